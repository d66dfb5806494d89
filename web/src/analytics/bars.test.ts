import { expect, it } from "vitest";
import { barsPath, movedBy, placeAt } from "./bars";

it("draws a bar for each value but zero", () => {
  expect(barsPath([1, 0, 2, 4], 4)).toBe("M15 160v-40h120V160ZM315 160v-80h120V160ZM465 160v-160h120V160Z");
  expect(barsPath([1], 1_000)).toContain("v-2h");
});

it.each([
  [-0.1, 0],
  [0, 0],
  [0.49, 1],
  [0.5, 2],
  [1, 3],
])("a pointer at %d of the width is over bar %d of four", (share, place) => {
  expect(placeAt(share, 4)).toBe(place);
});

it.each([
  ["ArrowLeft", 5, 4],
  ["ArrowLeft", 0, 0],
  ["ArrowRight", 19, 19],
  ["PageUp", 5, 7],
  ["Home", 5, 0],
  ["End", 5, 19],
  ["j", 5, undefined],
])("%s moves the cursor from %d to %s", (key, from, to) => {
  expect(movedBy(key, from, 20)).toBe(to);
});
