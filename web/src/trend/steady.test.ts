import { expect, it } from "vitest";
import { steadyOrder } from "./steady";

it("follows the server unless it is held", () => {
  expect(steadyOrder(["a", "b"], ["c", "b"], false)).toEqual(["c", "b"]);
});

it("moves nothing while it is held", () => {
  expect(steadyOrder(["a", "b", "c"], ["d", "c", "a"], true)).toEqual(["a", "b", "c", "d"]);
});
