import type { SearchSuggestion } from "../api/types";

/** What a search field offers. */
export type SearchOption = { kind: "words"; words: string } | { kind: "recent"; words: string } | SearchSuggestion;

const MOST_RECENT = 5;
const MOST_RECENT_AMONG_OTHERS = 2;

/** The words as they are come first, then earlier searches that begin with them, then users and hashtags. */
export function searchOptions(text: string, recent: readonly string[], found: readonly SearchSuggestion[]): readonly SearchOption[] {
  const words = text.trim();
  if (words === "") return recent.slice(0, MOST_RECENT).map((each) => ({ kind: "recent", words: each }));
  const lower = words.toLowerCase();
  const again = recent.filter((each) => each.toLowerCase().startsWith(lower) && each.toLowerCase() !== lower);
  return [
    { kind: "words", words },
    ...again.slice(0, MOST_RECENT_AMONG_OTHERS).map((each): SearchOption => ({ kind: "recent", words: each })),
    ...found,
  ];
}

export function isSuggested(option: SearchOption): option is SearchSuggestion {
  return "type" in option;
}

export function keyOfOption(option: SearchOption): string {
  if (!isSuggested(option)) return `${option.kind} ${option.words}`;
  return option.type === "user" ? `@${option.user.id}` : `#${option.tag}`;
}
