const few = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const many = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

export const rate = (value: number): string => (value < 100 ? few : many).format(value);
export const count = (value: number): string => many.format(value);

export function milliseconds(value: number): string {
  return value < 1_000 ? `${(value < 10 ? few : many).format(value)} ms` : `${few.format(value / 1_000)} s`;
}

export const mebibytes = (bytes: number): number => bytes / 2 ** 20;

export function size(mebibytes: number): string {
  return mebibytes < 1_000 ? `${many.format(mebibytes)} MiB` : `${few.format(mebibytes / 1_024)} GiB`;
}

export function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return `${seconds} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
