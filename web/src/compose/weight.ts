/** The maximum weight of a tweet. */
export const MAXIMUM_WEIGHT = 280;

export interface Weight {
  weight: number;
  fits: boolean;
}

/** What the server counts as invisible: marks without a letter, format characters, white space and empty letters. */
const INVISIBLE = /[\p{M}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u115F\u1160\u3164\uFFA0\u2800\uFFFC\u{1D159}\u{13441}\u{13442}]/gu;

/** Unicode reserves these for emoji, which phones may know before this browser does. */
const EMOJI = /\p{Extended_Pictographic}/u;

/** Whether a text has at least one visible character; the server rejects others. */
export function hasVisible(text: string): boolean {
  return EMOJI.test(text) || text.replace(INVISIBLE, "") !== "";
}

let loaded: ((text: string) => Weight) | undefined;

/** Loads twitter-text, which is large, when the user starts to write. The server decides anyway. */
export async function loadWeigher(): Promise<void> {
  if (loaded !== undefined) return;
  const { exactWeight } = await import("./exactWeight");
  loaded = exactWeight;
}

/** The length of the part of a text that still fits, so that the rest can be marked. */
export function fittingLength(text: string): number {
  let fitting = 0;
  let tooLong = text.length + 1;
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (weigh(text.slice(0, middle)).weight <= MAXIMUM_WEIGHT) fitting = middle;
    else tooLong = middle;
  }
  // Half a character does not fit.
  return /[\uDC00-\uDFFF]/.test(text[fitting] ?? "") ? fitting - 1 : fitting;
}

/** The weight of a text, approximated by its length until twitter-text is loaded. */
export function weigh(text: string): Weight {
  const normal = text.normalize("NFC");
  if (loaded !== undefined) return loaded(normal);
  const weight = Array.from(normal).length;
  return { weight, fits: weight > 0 && weight <= MAXIMUM_WEIGHT };
}
