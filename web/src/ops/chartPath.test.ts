import { describe, expect, it } from "vitest";
import { areaPath, linePath, topOf } from "./chartPath";

describe("a chart", () => {
  it.each([
    [[], 1, 1],
    [[3], 1, 5],
    [[120, 7], 1, 200],
    [[240], 1, 250],
    [[0.2], 10, 10],
  ])("of %j and at least %d is %d high", (values, least, top) => expect(topOf(values, least)).toBe(top));

  it("has its newest value at the right end", () => {
    expect(linePath([0, 10], 10, 3)).toBe("M150 72L300 0");
    expect(areaPath([0, 10], 10, 3)).toBe("M150 72L300 0L300 72L150 72Z");
  });

  it("of nothing is empty", () => {
    expect(linePath([], 10, 300)).toBe("");
    expect(areaPath([], 10, 300)).toBe("");
  });
});
