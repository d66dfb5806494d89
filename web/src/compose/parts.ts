/** Separates the tweets of a thread in its draft. No tweet can contain it. */
const SEPARATOR = "\f";

/** The server accepts no more. */
export const MAXIMUM_PARTS = 25;

/** The tweets of a draft: of a thread, several. */
export function partsOf(draft: string): string[] {
  return draft.split(SEPARATOR);
}

export function joinParts(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll(SEPARATOR, "")).join(SEPARATOR);
}
