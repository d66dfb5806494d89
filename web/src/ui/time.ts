const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// Texts are English; dates and numbers are written as the reader does.
const dayOfYear = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric" });
const dayAndYear = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", day: "numeric" });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const month = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "long" });

/** A short relative time, or a date after a week. It is never in the future, even if the clocks differ. */
export function ago(time: string, now: number): string {
  const then = new Date(time);
  const seconds = Math.max(0, Math.floor((now - then.getTime()) / 1000));
  if (seconds < 45) return "now";
  if (seconds < HOUR) return `${Math.max(1, Math.floor(seconds / MINUTE))} min`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h`;
  if (seconds < 7 * DAY) return `${Math.floor(seconds / DAY)} d`;
  return then.getFullYear() === new Date(now).getFullYear() ? dayOfYear.format(then) : dayAndYear.format(then);
}

/** How much time is left, such as "3 h left", rounded up from whole minutes: the clock of a page is not more exact. */
export function left(time: string, now: number): string {
  const seconds = (new Date(time).getTime() - now) / 1000;
  if (seconds <= 0) return "ending";
  const minutes = Math.max(1, Math.round(seconds / MINUTE));
  if (minutes * MINUTE <= HOUR) return `${minutes} min left`;
  if (minutes * MINUTE <= DAY) return `${Math.ceil((minutes * MINUTE) / HOUR)} h left`;
  return `${Math.ceil((minutes * MINUTE) / DAY)} d left`;
}

const weekday = new Intl.DateTimeFormat(undefined, { weekday: "long" });

/** A day as people say it: "Today", "Yesterday", a day of the last week, or a date. */
export function dayName(time: string, now: number): string {
  const then = new Date(time);
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const days = Math.round((midnight - new Date(time).setHours(0, 0, 0, 0)) / (DAY * 1000));
  if (days <= 0) return "Today";
  if (days === 1) return "Yesterday";
  if (days < 7) return weekday.format(then);
  return then.getFullYear() === new Date(now).getFullYear() ? dayOfYear.format(then) : dayAndYear.format(then);
}

export const exactTime = (time: string): string => exact.format(new Date(time));
export const momentOf = (time: string): string => moment.format(new Date(time));
export const clockOf = (time: string): string => clock.format(new Date(time));
export const monthOf = (time: string): string => month.format(new Date(time));
