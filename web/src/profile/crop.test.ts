import { describe, expect, it } from "vitest";
import { areaOf, held, placeOf, UNCROPPED } from "./crop";

const wide = { width: 400, height: 200 };

describe("a crop", () => {
  it("begins with the middle", () => {
    expect(areaOf(UNCROPPED, wide, 1)).toEqual({ left: 100, top: 0, width: 200, height: 200 });
    const { top, height } = areaOf(UNCROPPED, { width: 300, height: 300 }, 3);
    expect(top).toBeCloseTo(100);
    expect(height).toBeCloseTo(100);
  });

  it("follows the picture as it is moved and enlarged", () => {
    expect(areaOf({ zoom: 1, x: 0.5, y: 0 }, wide, 1)).toEqual({ left: 0, top: 0, width: 200, height: 200 });
    expect(areaOf({ zoom: 2, x: 0, y: 0 }, wide, 1)).toEqual({ left: 150, top: 50, width: 100, height: 100 });
  });

  it("never leaves the frame empty", () => {
    expect(held({ zoom: 1, x: 9, y: 9 }, wide, 1)).toEqual({ zoom: 1, x: 0.5, y: 0 });
    expect(held({ zoom: 0.2, x: 0, y: 0 }, wide, 1)).toEqual(UNCROPPED);
    expect(held({ zoom: 99, x: 0, y: -9 }, wide, 1)).toEqual({ zoom: 4, x: 0, y: -1.5 });
  });

  it("is shown where it is", () =>
    expect(placeOf({ zoom: 1, x: 0.5, y: 0 }, wide, 1)).toEqual({ width: "200.000%", left: "0.000%", top: "0.000%" }));
});
