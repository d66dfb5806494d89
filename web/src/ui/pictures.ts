import type { ImageSize } from "../api/types";

/** The sizes of a picture, for the browser to choose from. */
export function srcSetOf(sizes: readonly ImageSize[]): string {
  return sizes.map(({ url, width }) => `${url} ${width}w`).join(", ");
}

/** The URL for browsers without a choice: the smallest size that has the width, or the largest. */
export function urlFor(sizes: readonly ImageSize[], width: number): string | undefined {
  const byWidth = sizes.toSorted((a, b) => a.width - b.width);
  return (byWidth.find((size) => size.width >= width) ?? byWidth.at(-1))?.url;
}
