const BEFORE = 30;

/** The part of a text around the first of some words, so that a line shows it. */
export function excerptOf(text: string, words: string): string {
  const lower = text.toLowerCase();
  const places = words
    .toLowerCase()
    .split(/\s+/)
    .map((word) => lower.indexOf(word))
    .filter((place) => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  if (first <= BEFORE) return text;
  const start = text.indexOf(" ", first - BEFORE) + 1;
  return `…${text.slice(start === 0 || start > first ? first : start)}`;
}
