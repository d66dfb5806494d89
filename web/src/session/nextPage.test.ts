import { expect, it } from "vitest";
import { remember, wantedPage } from "./nextPage";

it.each([
  ["/bookmarks", "/bookmarks"],
  ["/@alice", "/@alice"],
  ["//evil.example/", "/"],
  ["//evil.example/login", "/"],
  ["/\\evil.example", "/"],
  ["///", "/"],
])("after %j one goes on to %j", (path, next) => {
  remember("/bookmarks");
  remember(path);
  expect(wantedPage()).toBe(next);
});

it("stays where one was before the log-in", () => {
  remember("/settings");
  remember("/login");
  remember("/signup/");
  expect(wantedPage()).toBe("/settings");
});
