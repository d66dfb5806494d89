import { Records, useRecord } from "../api/records";

/** What a draft is for: a new tweet, a reply or a quote. */
export interface Target {
  replyTo?: string;
  quoteOf?: string;
}

const PREFIX = "roost.draft.";

const keyOf = ({ replyTo, quoteOf }: Target): string =>
  PREFIX + (replyTo ? `reply.${replyTo}` : quoteOf ? `quote.${quoteOf}` : "new");

/** Drafts, kept on this device until they are posted or the user logs out. */
const drafts = new Records<string>();

export function readDraft(target: Target): string {
  return drafts.get(keyOf(target)) ?? stored(target);
}

/** The same draft on the page and in the dialog. */
export function useDraft(target: Target): string {
  return useRecord(drafts, keyOf(target)) ?? stored(target);
}

function stored(target: Target): string {
  try {
    return localStorage.getItem(keyOf(target)) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(target: Target, text: string): void {
  drafts.set(keyOf(target), text);
  try {
    if (text.trim() === "") localStorage.removeItem(keyOf(target));
    else localStorage.setItem(keyOf(target), text);
  } catch {
    // Without storage, the draft lives until the page closes.
  }
}

export function forgetDrafts(): void {
  drafts.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // There is no storage to clear.
  }
}
