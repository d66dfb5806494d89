const short = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat(undefined);

export const shortCount = (count: number): string => short.format(count);
export const wholeCount = (count: number): string => whole.format(count);

export const counted = (count: number, one: string, many: string): string =>
  `${wholeCount(count)} ${count === 1 ? one : many}`;
