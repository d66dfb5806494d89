import { Records, useRecord } from "../api/records";
import { currentUser } from "./me";

/** What a draft is for: a new tweet, a reply or a quote. */
export interface Target {
  replyTo?: string;
  quoteOf?: string;
}

const PREFIX = "roost.draft.";

/** Drafts belong to a user: another one may use the same browser. */
const prefixOfUser = () => `${PREFIX}${currentUser()?.id ?? ""}.`;

const keyOf = ({ replyTo, quoteOf }: Target): string =>
  prefixOfUser() + (replyTo ? `reply.${replyTo}` : quoteOf ? `quote.${quoteOf}` : "new");

/** Drafts, kept on this device until they are posted or the user logs out. */
const drafts = new Records<string>();

/** Texts on their way to the server. They are kept like drafts until it has them, but are not shown as such. */
const leaving = new Map<string, readonly string[]>();

export function readDraft(target: Target): string {
  return drafts.get(keyOf(target)) ?? stored(keyOf(target));
}

/** The same draft on the page and in the dialog. */
export function useDraft(target: Target): string {
  return useRecord(drafts, keyOf(target)) ?? stored(keyOf(target));
}

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(target: Target, text: string): void {
  set(keyOf(target), text);
}

function set(key: string, text: string): void {
  drafts.set(key, text);
  store(key);
}

/**
 * Clears a draft that is being posted.
 *
 * @returns what to call when it was posted, or to make it a draft again, before one that was started meanwhile
 */
export function sendDraft(target: Target, text: string): { posted: () => void; failed: () => void } {
  const key = keyOf(target);
  const others = () => leaving.get(key) ?? [];
  const arrived = () => {
    const left = others().filter((_, index) => index !== others().indexOf(text));
    if (left.length === 0) leaving.delete(key);
    else leaving.set(key, left);
  };
  leaving.set(key, [...others(), text]);
  set(key, "");
  return {
    posted: () => {
      arrived();
      store(key);
    },
    failed: () => {
      arrived();
      const begun = drafts.get(key) ?? "";
      set(key, begun === "" ? text : `${text}\n${begun}`);
    },
  };
}

function store(key: string): void {
  const text = [...(leaving.get(key) ?? []), drafts.get(key) ?? ""].filter((each) => each.trim() !== "").join("\n");
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Without storage, the draft lives until the page closes.
  }
}

/** Forgets the drafts of the user, who logs out. */
export function forgetDrafts(): void {
  const prefix = prefixOfUser();
  drafts.clear();
  leaving.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // There is no storage to clear.
  }
}
