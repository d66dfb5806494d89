import { Records, useRecord } from "../api/records";

/** What a tweet is about to be: new, an answer, or a quote. */
export interface Target {
  replyTo?: string;
  quoteOf?: string;
}

const PREFIX = "roost.draft.";

const keyOf = ({ replyTo, quoteOf }: Target): string =>
  PREFIX + (replyTo ? `reply.${replyTo}` : quoteOf ? `quote.${quoteOf}` : "new");

/** Texts that were begun, kept on this device until they are posted or the reader logs out. */
const drafts = new Records<string>();

export function readDraft(target: Target): string {
  return drafts.get(keyOf(target)) ?? stored(target);
}

/** The same text wherever it is written on: on the page, and in the window over it. */
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
    // A browser that keeps nothing still posts.
  }
}

export function forgetDrafts(): void {
  drafts.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
