import { Cell } from "../api/cell";
import { Records } from "../api/records";

/** Preferences of this device. */
interface MediaPreferences {
  /** Show sensitive media, and tweets with a content warning, without asking. */
  alwaysShow: boolean;
  /** Ask before posting media without a description. */
  remindToDescribe: boolean;
}

const KEY = "roost.media";
const initial: MediaPreferences = { alwaysShow: false, remindToDescribe: true };

export const mediaPreferences = new Cell<MediaPreferences>(read());

function read(): MediaPreferences {
  try {
    return { ...initial, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<MediaPreferences>) };
  } catch {
    return initial;
  }
}

export function preferMedia(change: Partial<MediaPreferences>): void {
  mediaPreferences.update((before) => ({ ...before, ...change }));
  try {
    localStorage.setItem(KEY, JSON.stringify(mediaPreferences.get()));
  } catch {
    // Without storage, the choice lasts for this visit.
  }
}

/** The tweets whose hidden parts the user opened. */
export const openedTweets = new Records<true>();

export function setOpened(tweetId: string, opened: boolean): void {
  if (opened) openedTweets.set(tweetId, true);
  else openedTweets.delete(tweetId);
}
