import { expect, it } from "vitest";
import { sparkPath } from "./sparkPath";

it("ends at the right, with its highest value at the top", () => {
  expect(sparkPath([0, 10, 5])).toBe("M86.4 26.5L90.5 1.5L94.5 14");
});

it("is at the bottom if nobody is there, and empty without values", () => {
  expect(sparkPath([0, 0])).toBe("M90.5 26.5L94.5 26.5");
  expect(sparkPath([])).toBe("");
});
