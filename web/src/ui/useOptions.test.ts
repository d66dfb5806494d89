import { expect, it } from "vitest";
import { FIELD, moved } from "./useOptions";

const path = (steps: readonly (1 | -1)[], first: number, count = 3) => {
  let at = first;
  return steps.map((step) => (at = moved(at, step, count, first)));
};

it("moves down through the options and the field", () => expect(path([1, 1, 1, 1, 1], FIELD)).toEqual([0, 1, 2, FIELD, 0]));

it("moves up from the field to the last option", () => expect(path([-1, -1, -1, -1], FIELD)).toEqual([2, 1, 0, FIELD]));

it("goes round without the field if it began at an option", () => {
  expect(path([1, 1, 1], 0)).toEqual([1, 2, 0]);
  expect(path([-1, -1], 0)).toEqual([2, 1]);
});
