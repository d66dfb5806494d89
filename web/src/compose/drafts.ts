/** What a tweet is about to be: new, an answer, or a quote. */
export interface Target {
  replyTo?: string;
  quoteOf?: string;
}

const PREFIX = "roost.draft.";

const keyOf = ({ replyTo, quoteOf }: Target): string =>
  PREFIX + (replyTo ? `reply.${replyTo}` : quoteOf ? `quote.${quoteOf}` : "new");

/** Texts that were begun, kept on this device until they are posted or the reader logs out. */
export function readDraft(target: Target): string {
  try {
    return localStorage.getItem(keyOf(target)) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(target: Target, text: string): void {
  try {
    if (text.trim() === "") localStorage.removeItem(keyOf(target));
    else localStorage.setItem(keyOf(target), text);
  } catch {
    // A browser that keeps nothing still posts.
  }
}

export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
