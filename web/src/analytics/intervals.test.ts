import { expect, it } from "vitest";
import { DAY, HOUR, type Interval, startOf, withGaps } from "./intervals";

const counted = (start: number): Interval => ({ start, counts: { impressions: 1 } as Interval["counts"] });
const bars = (least: number, most: number) => ({ length: HOUR, least, most });
const startsOf = (intervals: readonly Interval[]) => intervals.map(({ start }) => start / HOUR);

it("fills hours without counts, from the tweet on until now", () => {
  const filled = withGaps([counted(3 * HOUR)], 1.5 * HOUR, 5.9 * HOUR, bars(1, 168));
  expect(startsOf(filled)).toEqual([1, 2, 3, 4, 5]);
  expect(filled.map(({ counts }) => counts.impressions)).toEqual([0, 0, 1, 0, 0]);
});

it("keeps the last ones", () => {
  expect(startsOf(withGaps([], 0, 10 * HOUR, bars(1, 3)))).toEqual([8, 9, 10]);
});

it("has some at least, and those that clocks disagree about", () => {
  expect(startsOf(withGaps([], 5 * HOUR, 5 * HOUR, bars(3, 168)))).toEqual([3, 4, 5]);
  expect(startsOf(withGaps([counted(6 * HOUR)], 5 * HOUR, 5 * HOUR, bars(1, 168)))).toEqual([5, 6]);
});

it("reads days in UTC", () => {
  expect(startOf("1970-01-03")).toBe(2 * DAY);
  expect(startOf("1970-01-01T02:00:00.000Z")).toBe(2 * HOUR);
});
