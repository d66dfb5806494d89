const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time as the field for it has it: in the time zone of the reader, to the minute. */
export function fieldOf(time: number): string {
  const shifted = new Date(time - new Date(time).getTimezoneOffset() * MINUTE);
  return shifted.toISOString().slice(0, "2026-11-20T12:00".length);
}

/** The time in a field, for the server; undefined if it is not complete. */
export function timeOf(field: string): string | undefined {
  const time = new Date(field).getTime();
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** What is proposed at first: the next full hour that is not too soon. */
export const proposed = (now: number): string => fieldOf(Math.ceil((now + HOUR / 2) / HOUR) * HOUR);

export const earliest = (now: number): string => fieldOf(now + 2 * MINUTE);
export const latest = (now: number): string => fieldOf(now + 364 * DAY);

/** Whether the server would accept the time. */
export function isAcceptable(field: string, now: number): boolean {
  const time = new Date(field).getTime();
  return time >= now + MINUTE && time <= now + 365 * DAY;
}
