import { describe, expect, it } from "vitest";
import { leaders, percentages } from "./pollResults";

describe("percentages", () => {
  it.each([
    [[0, 0], [0, 0]],
    [[1, 1], [50, 50]],
    [[1, 1, 1], [34, 33, 33]],
    [[2, 1], [67, 33]],
    [[1, 0, 0, 199], [1, 0, 0, 99]],
    [[1, 1, 1, 1], [25, 25, 25, 25]],
  ])("of %j are %j", (votes, expected) => expect(percentages(votes)).toEqual(expected));

  it("add up to 100", () => {
    for (let a = 0; a < 12; a++) {
      for (let b = 0; b < 12; b++) {
        const sum = percentages([a, b, 7]).reduce((total, each) => total + each, 0);
        expect(sum).toBe(100);
      }
    }
  });
});

describe("leaders", () => {
  it.each([
    [[0, 0], []],
    [[3, 1], [0]],
    [[3, 1, 3], [0, 2]],
  ])("of %j are %j", (votes, expected) => expect([...leaders(votes)]).toEqual(expected));
});
