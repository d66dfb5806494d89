import { expect, it } from "vitest";
import { effect, inWords, isWorthSaying } from "./explanationWords";

const part = (name: string, kind: "term" | "factor", value: number, contribution: number) => ({ name, kind, value, contribution });

it("says what each part means", () => {
  expect(inWords(part("likes", "term", 0.123, 0.06))).toBe("12% of viewers are expected to like it");
  expect(inWords(part("less", "term", 1, -0.1))).toBe("You asked for less of this author 1 time");
  expect(inWords(part("freshness", "factor", 2.5, 0.75))).toBe("It is 2.5 hours old");
  expect(inWords(part("freshness", "factor", 0.2, 0.98))).toBe("It is 12 minutes old");
  expect(inWords(part("variety", "factor", 2, 0.4))).toBe("2 tweets of its author are ranked higher");
  expect(inWords(part("unheard-of", "term", 1, 1))).toBe("unheard-of");
});

it("says what each part does", () => {
  expect(effect(part("likes", "term", 0.1, 0.05))).toBe("+0.05");
  expect(effect(part("less", "term", 2, -0.0754))).toBe("−0.0754");
  expect(effect(part("seen", "factor", 1, 0.1))).toBe("× 0.1");
});

it("leaves out wishes that the user does not have", () => {
  expect(isWorthSaying(part("less", "term", 0, 0))).toBe(false);
  expect(isWorthSaying(part("seen", "factor", 0, 1))).toBe(true);
});
