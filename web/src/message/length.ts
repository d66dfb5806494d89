/** The server rejects longer messages. */
export const MAXIMUM_LENGTH = 10_000;

/** Longer texts have a counter. */
export const NEAR_MAXIMUM = 9_500;

/** The length of a text as the server counts it; roughly while it is far from the limit. */
export function lengthOf(text: string): number {
  return text.length <= NEAR_MAXIMUM ? text.length : Array.from(text.normalize("NFC")).length;
}
