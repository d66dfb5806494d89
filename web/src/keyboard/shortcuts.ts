import { Cell } from "../api/cell";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { openComposer } from "../data/composer";
import { currentUser } from "../data/me";
import { writeMessage } from "../data/newMessage";
import { originalOf } from "../data/tweets";
import { toggle } from "../tweet/engage";
import { focusSearch } from "../search/focusSearch";
import { refreshHome } from "../timeline/refreshing";
import { focusedPage, focusedTweet, focusTweet } from "./tweetFocus";

export interface Shortcut {
  /** One key, or `g` followed by another. */
  keys: string;
  does: string;
  /** Absent for keys that a part of the page handles. */
  run?: () => void;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

export const SEARCH_KEY = "/";

export const shortcutsShown = new Cell(false);

export function showShortcuts(): void {
  shortcutsShown.set(true);
}

const onTweet = (act: (id: string) => void) => () => {
  const id = focusedTweet();
  if (id !== undefined) act(id);
};

function openFocused(): void {
  const page = focusedPage();
  if (page !== undefined) navigate(page);
}

function showNews(): void {
  if (window.location.pathname !== paths.home) navigate(paths.home);
  void refreshHome();
}

export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: "Navigate",
    shortcuts: [
      { keys: "j", does: "Next tweet", run: () => focusTweet(1) },
      { keys: "k", does: "Previous tweet", run: () => focusTweet(-1) },
      { keys: "Enter", does: "Open tweet", run: openFocused },
      { keys: ".", does: "Show new tweets", run: showNews },
    ],
  },
  {
    title: "Focused tweet",
    shortcuts: [
      { keys: "l", does: "Like", run: onTweet((id) => void toggle(id, "liked")) },
      { keys: "t", does: "Retweet", run: onTweet((id) => void toggle(id, "retweeted")) },
      { keys: "r", does: "Reply", run: onTweet((id) => openComposer({ replyTo: originalOf(id) })) },
      { keys: "q", does: "Quote", run: onTweet((id) => openComposer({ quoteOf: originalOf(id) })) },
      { keys: "b", does: "Bookmark", run: onTweet((id) => void toggle(id, "bookmarked")) },
    ],
  },
  {
    title: "Focused message",
    shortcuts: [
      { keys: "ArrowUp", does: "Previous message" },
      { keys: "ArrowDown", does: "Next message" },
      { keys: "r", does: "Reply" },
      { keys: "e", does: "React" },
      { keys: "c", does: "Copy text" },
      { keys: "Enter", does: "More" },
    ],
  },
  {
    title: "Anywhere",
    shortcuts: [
      { keys: "n", does: "New tweet", run: () => openComposer() },
      { keys: "m", does: "New message", run: () => writeMessage() },
      { keys: SEARCH_KEY, does: "Search", run: focusSearch },
      { keys: "?", does: "Show shortcuts", run: showShortcuts },
      { keys: "Escape", does: "Close a dialog or menu" },
      { keys: "Ctrl+Enter", does: "Post what you wrote" },
    ],
  },
  {
    title: "Go to",
    shortcuts: [
      { keys: "g h", does: "Home", run: () => navigate(paths.home) },
      { keys: "g e", does: "Explore", run: () => navigate(paths.latest) },
      { keys: "g n", does: "Notifications", run: () => navigate(paths.notifications()) },
      { keys: "g m", does: "Messages", run: () => navigate(paths.messages()) },
      { keys: "g b", does: "Bookmarks", run: () => navigate(paths.bookmarks) },
      { keys: "g l", does: "Lists", run: () => navigate(paths.lists) },
      { keys: "g p", does: "Your profile", run: () => navigate(paths.profile(currentUser()?.username)) },
      { keys: "g s", does: "Settings", run: () => navigate(paths.settings()) },
    ],
  },
];
