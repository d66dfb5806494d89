import { expect, it } from "vitest";
import { duration, mebibytes, milliseconds, rate, size } from "./format";

it("keeps a digit of what is small", () => {
  expect(rate(0)).toBe("0");
  expect(rate(3.14)).toBe("3.1");
  expect(rate(12_345.6)).toBe("12,346");
});

it("formats times in a fitting unit", () => {
  expect(milliseconds(0.42)).toBe("0.4 ms");
  expect(milliseconds(250)).toBe("250 ms");
  expect(milliseconds(1_500)).toBe("1.5 s");
});

it("formats sizes in a fitting unit", () => {
  expect(size(mebibytes(268_435_456))).toBe("256 MiB");
  expect(size(mebibytes(3 * 2 ** 30))).toBe("3 GiB");
});

it("formats durations in at most two units", () => {
  expect(duration(42)).toBe("42 s");
  expect(duration(60 * 59)).toBe("59 min");
  expect(duration(3_600 * 5 + 120)).toBe("5 h 2 min");
  expect(duration(86_400 * 3 + 3_600)).toBe("3 d 1 h");
});
