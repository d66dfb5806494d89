export const WIDTH = 300;
export const HEIGHT = 72;

/** The top of a chart: a round number above all values, and high enough that noise looks small. */
export function topOf(values: readonly number[], least: number): number {
  const highest = Math.max(least, ...values);
  const step = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((top) => top >= highest) ?? highest;
}

/** A line through the values, with the newest at the right end. With fewer values than `places`, it starts later. */
export function linePath(values: readonly number[], top: number, places: number): string {
  return values
    .map((value, index) => `${index === 0 ? "M" : "L"}${xOf(index, values.length, places)} ${yOf(value, top)}`)
    .join("");
}

export function areaPath(values: readonly number[], top: number, places: number): string {
  if (values.length === 0) return "";
  return `${linePath(values, top, places)}L${WIDTH} ${HEIGHT}L${xOf(0, values.length, places)} ${HEIGHT}Z`;
}

export function xOf(index: number, count: number, places: number): number {
  return round(WIDTH * (1 - (count - 1 - index) / (places - 1)));
}

function yOf(value: number, top: number): number {
  return round(HEIGHT * (1 - Math.min(value, top) / top));
}

const round = (value: number) => Math.round(value * 10) / 10;
