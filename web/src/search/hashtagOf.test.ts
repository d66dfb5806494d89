import { expect, it } from "vitest";
import { hashtagOf } from "./hashtagOf";

it.each([
  ["#cats", "cats"],
  ["＃猫カフェ", "猫カフェ"],
  ["#été_2026", "été_2026"],
  ["#ทวิตล่ม", "ทวิตล่ม"],
  ["#2026", undefined],
  ["#", undefined],
  ["cats", undefined],
  ["-#cats", undefined],
  ["#cats #dogs", undefined],
  ["#cats#dogs", undefined],
  ["#cats from:me", undefined],
])("%j is the hashtag %j", (words, tag) => expect(hashtagOf(words)).toBe(tag));
