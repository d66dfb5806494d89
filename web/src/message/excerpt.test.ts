import { expect, it } from "vitest";
import { excerptOf } from "./excerpt";

it("a short text is shown from its beginning", () => expect(excerptOf("Shall we meet at eight?", "eight")).toBe("Shall we meet at eight?"));

it("a long one is shown around the first word that was found", () => {
  const text = "Once upon a time there lived a heron who fished in a river far away.";
  expect(excerptOf(text, "RIVER")).toBe("…a heron who fished in a river far away.");
});

it("accents that were ignored do no harm", () => expect(excerptOf("x".repeat(50), "ü")).toBe("x".repeat(50)));
