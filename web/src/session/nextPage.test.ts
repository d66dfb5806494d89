import { expect, it } from "vitest";
import { firstPage, remember, rememberNewcomer, wantedPage } from "./nextPage";

it.each([
  ["/bookmarks", "/bookmarks"],
  ["/@alice", "/@alice"],
  ["//evil.example/", "/"],
  ["//evil.example/login", "/"],
  ["/\\evil.example", "/"],
  ["///", "/"],
  ["/search?q=%23birds", "/search?q=%23birds"],
  ["/login?q=x", "/bookmarks"],
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

it("leads newcomers to people first, then where they wanted to go", () => {
  remember("/bookmarks");
  expect(firstPage()).toBe("/bookmarks");
  rememberNewcomer();
  expect(firstPage()).toBe("/welcome");
  expect(wantedPage()).toBe("/bookmarks");
});
