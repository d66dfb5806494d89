import { describe, expect, it } from "vitest";
import { averageColor, decodeBlurhash } from "./blurhash";

const pixelsOf = (hash: string, width: number, height: number) => [...(decodeBlurhash(hash, width, height) ?? [])];

describe("a blurhash", () => {
  it("of one color is that color", () => {
    // #ff8000 is 16744448, which is 29, 23, 50 and 28 as digits to the base 83.
    expect(averageColor("00TNoS")).toBe("#ff8000");
    expect(pixelsOf("00TNoS", 2, 1)).toEqual([255, 128, 0, 255, 255, 128, 0, 255]);
  });

  it("has its waves from left to right and from top to bottom", () => {
    // Gray in the middle; the brightest wave that there is, across and then down.
    const across = pixelsOf("1~Eyb[~q", 4, 1).filter((_, index) => index % 4 === 0);
    expect(across).toEqual(across.toSorted((a, b) => b - a));
    expect(across[0]).toBeGreaterThan(across[3] ?? 255);
    const down = pixelsOf("9~Eyb[~q", 1, 4).filter((_, index) => index % 4 === 0);
    expect(down).toEqual(across);
  });

  it("as published decodes to a color for each pixel", () => {
    const pixels = pixelsOf("LEHV6nWB2yk8pyo0adR*.7kCMdnj", 32, 24);
    expect(pixels).toHaveLength(32 * 24 * 4);
    expect(new Set(pixels.filter((_, index) => index % 4 === 3))).toEqual(new Set([255]));
    expect(new Set(pixels).size).toBeGreaterThan(50);
  });

  it.each(["", "00", "L", "LEHV6nWB2yk8", "00TN S", "00TNoSzz"])("%j that is malformed is no picture", (hash) => {
    expect(decodeBlurhash(hash, 2, 2)).toBeUndefined();
  });
});
