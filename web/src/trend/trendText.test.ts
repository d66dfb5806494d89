import { expect, it } from "vitest";
import { sparkText, wordsFor } from "./trendText";

it.each([
  ["#monday", "#monday"],
  ["northern lights", '"northern lights"'],
  ["eclipse", "eclipse"],
])("%s is found by %s", (topic, words) => {
  expect(wordsFor({ topic })).toBe(words);
});

it.each([
  [[0, 0, 31, 12], "Lately 12 in five minutes, at most 31 people"],
  [[0, 9, 0], "Lately fewer than 3 in five minutes, at most 9 people"],
  [[0, 0], "Nothing to draw yet"],
])("%j is told as: %s", (recent, text) => {
  expect(sparkText(recent)).toBe(text);
});
