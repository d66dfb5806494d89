import { expect, it } from "vitest";
import type { Message } from "../api/types";
import { ALL, around, atEnd, bounded, extendedDown, extendedUp, hasMore, shownOf } from "./window";

const messages = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => ({ seq: from + index }) as Message);
const ends = (list: readonly Message[]) => [list[0]?.seq, list.at(-1)?.seq, list.length];

const many = messages(1, 1_000);

it("a short conversation is shown as a whole, and what is yet to come with it", () => {
  const few = messages(1, 30);
  expect(shownOf(few, atEnd(few))).toHaveLength(30);
  expect(shownOf(messages(1, 31), atEnd(few))).toHaveLength(31);
});

it("of a long one the end is shown", () => {
  expect(ends(shownOf(many, atEnd(many)))).toEqual([921, 1_000, 80]);
  expect(hasMore(many, atEnd(many))).toEqual({ above: true, below: false });
});

it("scrolling up shows older ones, and drops the newest when they are too many", () => {
  let shown = atEnd(many);
  shown = extendedUp(many, shown);
  expect(ends(shownOf(many, shown))).toEqual([881, 1_000, 120]);
  for (let times = 0; times < 5; times++) shown = extendedUp(many, shown);
  expect(ends(shownOf(many, shown))).toEqual([681, 840, 160]);
  expect(hasMore(many, shown)).toEqual({ above: true, below: true });
});

it("scrolling down leads back to the end", () => {
  let shown = around(many, 500);
  expect(shownOf(many, shown).some(({ seq }) => seq === 500)).toBe(true);
  for (let times = 0; times < 20; times++) shown = extendedDown(many, shown);
  expect(ends(shownOf(many, shown))).toEqual([841, 1_000, 160]);
  expect(shown.last).toBe(Infinity);
});

it("the bound holds when older ones are loaded", () => {
  expect(ends(shownOf(many, bounded(many, ALL)))).toEqual([1, 160, 160]);
  const few = messages(1, 100);
  expect(bounded(few, ALL)).toBe(ALL);
});
