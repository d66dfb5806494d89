import type { EngagementTotals } from "../api/types";
import type { Counts } from "./measures";

/** The counts of an hour or a day. */
export interface Interval {
  /** When it begins, in milliseconds since 1970. */
  start: number;
  counts: Counts;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const nothing: EngagementTotals = {
  impressions: 0,
  engaged_viewers: 0,
  likes: 0,
  retweets: 0,
  quotes: 0,
  replies: 0,
  bookmarks: 0,
  link_opens: 0,
  profile_opens: 0,
  media_opens: 0,
  expands: 0,
  follows: 0,
};

/** A day in UTC as the server writes it, such as `2026-11-20`, or an hour as a time. */
export const startOf = (written: string): number => new Date(written).getTime();

interface Bars {
  /** Of each interval, in milliseconds. */
  length: number;
  /** How many there are at least, if need be from the time before `from`, and at most, then the last ones. */
  least: number;
  most: number;
}

/**
 * All intervals from `from` to `to`, which the server lists only if they have counts.
 *
 * @param known in the order of time
 */
export function withGaps(known: readonly Interval[], from: number, to: number, { length, least, most }: Bars): Interval[] {
  const byStart = new Map(known.map((interval) => [interval.start, interval]));
  const floor = (time: number) => Math.floor(time / length) * length;
  const last = Math.max(floor(to), known.at(-1)?.start ?? 0);
  const first = Math.min(floor(from), known[0]?.start ?? Infinity);
  const count = Math.max(least, Math.min(most, Math.round((last - first) / length) + 1));
  return Array.from({ length: count }, (_, index) => {
    const start = last - (count - 1 - index) * length;
    return byStart.get(start) ?? { start, counts: nothing };
  });
}
