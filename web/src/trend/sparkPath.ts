export const WIDTH = 96;
export const HEIGHT = 28;

/** Half of the line's width, so that it is not cut at the edges. */
const MARGIN = 1.5;

/** A sparkline has this many values; with fewer, it starts later. */
const PLACES = 24;

/** The line through the values, with the newest at the right edge. */
export function sparkPath(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values
    .slice(-PLACES)
    .map((value, index, shown) => {
      const x = WIDTH - MARGIN - ((shown.length - 1 - index) * (WIDTH - 2 * MARGIN)) / (PLACES - 1);
      const y = HEIGHT - MARGIN - (value / most) * (HEIGHT - 2 * MARGIN);
      return `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`;
    })
    .join("");
}

const round = (value: number) => Math.round(value * 10) / 10;
