/** The most that a tweet may weigh. */
export const MAXIMUM_WEIGHT = 280;

export interface Weight {
  weight: number;
  fits: boolean;
}

let loaded: ((text: string) => Weight) | undefined;

/** twitter-text is large, so it loads when someone begins to write. The server has the last word anyway. */
export async function loadWeigher(): Promise<void> {
  if (loaded !== undefined) return;
  const { exactWeight } = await import("./exactWeight");
  loaded = exactWeight;
}

/** Weighs a text; roughly, by its letters, until the exact scales are there. */
export function weigh(text: string): Weight {
  const normal = text.normalize("NFC");
  if (loaded !== undefined) return loaded(normal);
  const weight = Array.from(normal).length;
  return { weight, fits: weight > 0 && weight <= MAXIMUM_WEIGHT };
}
