import { expect, it } from "vitest";
import type { SearchSuggestion, User } from "../api/types";
import { keyOfOption, searchOptions } from "./searchOptions";

const cats: SearchSuggestion = { type: "hashtag", tag: "cats", tweets_count: 3 };
const cathy: SearchSuggestion = { type: "user", user: { id: "7", username: "cathy" } as User };
const keys = (text: string, recent: string[], found: SearchSuggestion[] = []) => searchOptions(text, recent, found).map(keyOfOption);

it("offers recent searches before anything is written", () => {
  expect(keys("  ", ["a", "b", "c", "d", "e", "f"], [cats])).toEqual(["recent a", "recent b", "recent c", "recent d", "recent e"]);
});

it("offers the words, earlier searches that begin with them, and what the server found", () => {
  expect(keys(" cat ", ["dog", "Cat food", "CAT", "cat a", "cat b"], [cathy, cats])).toEqual([
    "words cat",
    "recent Cat food",
    "recent cat a",
    "@7",
    "#cats",
  ]);
});
