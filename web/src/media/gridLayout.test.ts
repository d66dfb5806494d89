import { describe, expect, it } from "vitest";
import { layoutOf, positionOf, sizesIn } from "./gridLayout";

const wide = { width: 1600, height: 900 };
const tall = { width: 900, height: 1600 };
const square = { width: 500, height: 500 };

describe("a grid", () => {
  it("of one picture has its shape, within limits", () => {
    expect(layoutOf([wide]).ratio).toBeCloseTo(16 / 9);
    expect(layoutOf([{ width: 100, height: 1000 }]).ratio).toBeCloseTo(9 / 16);
    expect(layoutOf([{ width: 1000, height: 10 }]).ratio).toBe(3);
  });

  it("of one picture is not much larger than it, unless it moves", () => {
    expect(layoutOf([{ width: 40, height: 40 }]).width).toBe("min(100%, 30.00rem, max(14rem, 40px))");
    expect(layoutOf([{ width: 320, height: 320, kind: "video" }]).width).toBe("min(100%, 30.00rem, max(24rem, 320px))");
  });

  it("of two is made of squares for wide pictures and of high cells for tall ones", () => {
    expect(layoutOf([wide, wide]).ratio).toBe(2);
    expect(layoutOf([tall, tall]).ratio).toBeCloseTo(4 / 3);
    expect(layoutOf([square, square]).cells).toEqual([{ share: 0.5, ratio: 1 }, { share: 0.5, ratio: 1 }]);
  });

  it.each([3, 4])("of %i has as many cells, which fill it", (count) => {
    const { ratio, cells } = layoutOf(Array.from({ length: count }, () => wide));
    expect(ratio).toBe(1.5);
    expect(cells).toHaveLength(count);
    const area = cells.reduce((sum, cell) => sum + cell.share ** 2 / cell.ratio, 0);
    expect(area).toBeCloseTo(1 / ratio);
  });
});

describe("the size to load", () => {
  it("is that of the cell", () => {
    expect(sizesIn({ share: 1, ratio: 1 }, square)).toBe("(min-width: 40rem) 530px, calc(100vw - 86px)");
    expect(sizesIn({ share: 0.5, ratio: 1 }, square)).toBe("(min-width: 40rem) 265px, calc(50vw - 43px)");
  });

  it("is larger for a picture that is cut off at the sides", () => {
    expect(sizesIn({ share: 0.5, ratio: 1 }, wide)).toMatch(/^\(min-width: 40rem\) 471px/);
  });
});

it.each([
  [undefined, "50% 50%"],
  [{ x: 0, y: 0 }, "50% 50%"],
  [{ x: -1, y: 1 }, "0% 0%"],
  [{ x: 0.5, y: -0.5 }, "75% 75%"],
])("the focus %j stays in sight at %s", (focus, position) => expect(positionOf(focus)).toBe(position));
