/** The maximum weight of a tweet. */
export const MAXIMUM_WEIGHT = 280;

export interface Weight {
  weight: number;
  fits: boolean;
}

let loaded: ((text: string) => Weight) | undefined;

/** Loads twitter-text, which is large, when the user starts to write. The server decides anyway. */
export async function loadWeigher(): Promise<void> {
  if (loaded !== undefined) return;
  const { exactWeight } = await import("./exactWeight");
  loaded = exactWeight;
}

/** The weight of a text, approximated by its length until twitter-text is loaded. */
export function weigh(text: string): Weight {
  const normal = text.normalize("NFC");
  if (loaded !== undefined) return loaded(normal);
  const weight = Array.from(normal).length;
  return { weight, fits: weight > 0 && weight <= MAXIMUM_WEIGHT };
}
