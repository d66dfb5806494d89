import { describe, expect, it } from "vitest";
import { FITTING, moved, swiped, zoomedAt } from "./zoom";

const screen = { width: 400, height: 800 };

describe("a zoomed picture", () => {
  it("keeps the point under the finger", () => {
    expect(zoomedAt(FITTING, 2, { x: 0, y: 0 })).toEqual({ scale: 2, x: 0, y: 0 });
    expect(zoomedAt(FITTING, 2, { x: 100, y: -50 })).toEqual({ scale: 2, x: -100, y: 50 });
  });

  it("is neither smaller than the window nor very large", () => {
    expect(zoomedAt(FITTING, 0.1, { x: 10, y: 10 })).toEqual(FITTING);
    expect(zoomedAt(FITTING, 100, { x: 0, y: 0 }).scale).toBe(6);
  });

  it("cannot be moved out of the window", () => {
    expect(moved({ scale: 2, x: 0, y: 0 }, { x: 1_000, y: -1_000 }, screen)).toEqual({ scale: 2, x: 200, y: -400 });
    expect(moved(FITTING, { x: 30, y: 30 }, screen)).toEqual(FITTING);
  });
});

it.each([
  [{ x: -100, y: 20 }, 1],
  [{ x: 100, y: 20 }, -1],
  [{ x: -30, y: 0 }, 0],
  [{ x: -100, y: 150 }, 0],
])("a finger that moved by %j asks for the step %i", (by, step) => expect(swiped(by)).toBe(step));
