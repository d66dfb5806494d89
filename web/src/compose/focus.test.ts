import { describe, expect, it } from "vitest";
import { CENTER, focusAfter, focusAt, percentOf } from "./focus";

const box = { left: 100, top: 50, width: 400, height: 200 };

describe("the focus point", () => {
  it("is where the picture was pressed", () => {
    expect(focusAt({ clientX: 300, clientY: 150 }, box)).toEqual(CENTER);
    expect(focusAt({ clientX: 100, clientY: 50 }, box)).toEqual({ x: -1, y: 1 });
    expect(focusAt({ clientX: 400, clientY: 200 }, box)).toEqual({ x: 0.5, y: -0.5 });
  });

  it("stays within the picture", () => {
    expect(focusAt({ clientX: 900, clientY: -900 }, box)).toEqual({ x: 1, y: 1 });
    expect(focusAfter("ArrowLeft", { x: -0.95, y: 0 })).toEqual({ x: -1, y: 0 });
  });

  it("is moved by arrows, and by no other key", () => {
    expect(focusAfter("ArrowUp", CENTER)).toEqual({ x: 0, y: 0.1 });
    expect(focusAfter("ArrowRight", { x: 0.2, y: 0 })).toEqual({ x: 0.3, y: 0 });
    expect(focusAfter("Enter", CENTER)).toBeUndefined();
  });

  it("is told in percent", () => expect(percentOf({ x: -0.5, y: 0.5 })).toEqual({ left: 25, top: 25 }));
});
