import { beforeEach, expect, it, vi } from "vitest";
import type { Me } from "../api/types";
import { setMe } from "./me";
import { addRecentSearch, forgetSearches, readRecentSearches, removeRecentSearch } from "./recentSearches";

let storage: Map<string, string>;
let users = 0;

beforeEach(() => {
  storage = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
  setMe({ id: `u${users++}`, username: "alice" } as Me);
});

it("keeps the latest first, each once", () => {
  for (const words of ["Cats", "dogs", "cats"]) addRecentSearch(words);
  expect(readRecentSearches()).toEqual(["cats", "dogs"]);
});

it("keeps the ten latest", () => {
  for (let index = 0; index < 12; index++) addRecentSearch(`search ${index}`);
  expect(readRecentSearches()).toHaveLength(10);
  expect(readRecentSearches()[0]).toBe("search 11");
});

it("removes one, or all, also from the device", () => {
  for (const words of ["a", "b"]) addRecentSearch(words);
  removeRecentSearch("b");
  expect([...storage.values()]).toEqual(['["a"]']);
  forgetSearches();
  expect(storage.size).toBe(0);
  expect(readRecentSearches()).toEqual([]);
});

it("belongs to a user", () => {
  addRecentSearch("mine");
  setMe({ id: "another", username: "bob" } as Me);
  expect(readRecentSearches()).toEqual([]);
});

it.each(["{", "7", '{"a":1}', "[1,2]"])("survives a damaged storage: %s", (stored) => {
  setMe({ id: `damaged ${stored}`, username: "alice" } as Me);
  storage.set(`roost.searches.damaged ${stored}`, stored);
  expect(readRecentSearches()).toEqual([]);
});
