import { expect, it } from "vitest";
import { openingOf } from "./opening";
import { whereOf } from "./where";

it.each([
  ["another site", { href: "https://example.org", isExternal: true }, "link"],
  ["the author", { href: "/@Alice" }, "profile"],
  ["somebody whom the tweet mentions", { href: "/@bob" }, undefined],
  ["the tweet itself, which its page reports", { href: "/tweet/1" }, undefined],
  ["a picture", { isPicture: true }, "media"],
  ["a button", {}, undefined],
])("%s", (_, pressed, kind) => {
  expect(openingOf(pressed, "/@alice")).toBe(kind);
});

it.each([
  ["/", "home"],
  ["/@alice", "profile"],
  ["/@alice/likes", "profile"],
  ["/tweet/1", "thread"],
  ["/search", "search"],
  ["/notifications/mentions", "notifications"],
  ["/welcome", "other"],
])("%s is part of %s", (path, where) => {
  expect(whereOf(path)).toBe(where);
});
