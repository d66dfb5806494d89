import { expect, test } from "vitest";
import { engagementLists, followLists, paths, patterns, profileTabs } from "./paths";

test.each(engagementLists)("the pattern of engagement lists matches %s", (list) => {
  expect(patterns.engagement.exec(paths.engagement("12", list))?.groups).toEqual({ id: "12", list });
});

test.each(followLists)("the pattern of follow lists matches %s", (list) => {
  expect(patterns.follows.exec(paths.follows("alice", list))?.groups).toEqual({ username: "alice", list });
});

test.each(profileTabs)("the pattern of profiles matches %s, of which the first is the profile itself", (tab) => {
  expect(patterns.profile.exec(paths.profile("alice", tab))?.groups).toEqual({
    username: "alice",
    tab: tab === profileTabs[0] ? undefined : tab,
  });
});

test("a list of follows is no profile", () => {
  expect(patterns.profile.test(paths.follows("alice", "followers"))).toBe(false);
});

test.each([paths.logIn, paths.settings("muted"), paths.notifications("mentions"), paths.people, paths.ops])("%s requires a session", (path) => {
  expect(patterns.members.test(path)).toBe(true);
});

test.each([paths.home, paths.signUp, paths.latest, paths.search(), paths.profile("ops"), paths.tweet("12"), "/operators"])("%s requires no session", (path) => {
  expect(patterns.members.test(path)).toBe(false);
});

test("a search is in the URL, with its kind of results", () => {
  expect(paths.search()).toBe("/search");
  expect(paths.search("#a b&c")).toBe("/search?q=%23a%20b%26c");
  expect(paths.search("a", "people")).toBe("/search?q=a&f=people");
});
