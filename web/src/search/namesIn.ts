const parts = /(?:[-−－](?=\S))?(?:\w+:)?(?:["“”„][^"“”„]*["“”„]?|[^\s"“”„]+)/gu;
const notNames = /^(?:[-−－].|(?:from|to|since|until|has|min_likes|lang|is|conversation|url|filter):)/iu;
const quotes = /["“”„]/gu;

/** What a search for tweets says of people: its words, without operators and without what it excludes. */
export function namesIn(words: string): string {
  const found = (words.match(parts) ?? []).filter((part) => part !== "OR" && !notNames.test(part));
  return found.join(" ").replace(quotes, "").trim();
}
