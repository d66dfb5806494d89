export const WIDTH = 600;
export const HEIGHT = 160;

/** Space between bars, as a share of the place of each. */
const GAP = 0.2;

/** No bar of a small number vanishes beside one of a large number. */
const LEAST_HEIGHT = 2;

/** Bars of the given values as a path, each in a place of the same width. */
export function barsPath(values: readonly number[], top: number): string {
  const place = WIDTH / values.length;
  return values
    .map((value, index) => {
      if (value <= 0) return "";
      const height = Math.max(LEAST_HEIGHT, (HEIGHT * value) / top);
      const left = (index + GAP / 2) * place;
      return `M${round(left)} ${HEIGHT}v${round(-height)}h${round(place * (1 - GAP))}V${HEIGHT}Z`;
    })
    .join("");
}

/** The place of a bar that a pointer is over: from 0 at the left edge to 1 at the right. */
export function placeAt(share: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(share * count)));
}

/** The place to which a key moves the cursor; undefined for other keys. */
export function movedBy(key: string, place: number, count: number): number | undefined {
  const page = Math.max(1, Math.round(count / 10));
  const moves: Partial<Record<string, number>> = {
    ArrowLeft: place - 1,
    ArrowDown: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place + 1,
    PageDown: place - page,
    PageUp: place + page,
    Home: 0,
    End: count - 1,
  };
  const to = moves[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

const round = (value: number) => Math.round(value * 100) / 100;
