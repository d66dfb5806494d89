import type { Trend } from "../api/types";
import { counted } from "../ui/count";

/** What finds the tweets about a topic: a hashtag as it is, several words as a phrase. */
export function wordsFor({ topic }: Pick<Trend, "topic">): string {
  return /\s/.test(topic) ? `"${topic}"` : topic;
}

export const people = (count: number): string => counted(count, "person", "people");

/** A sparkline in words: the people in each five minutes, or 0 for fewer than three, and in the last five. */
export function sparkText(recent: readonly number[]): string {
  const most = Math.max(0, ...recent);
  if (most === 0) return "Nothing to draw yet";
  const last = recent.at(-1) ?? 0;
  return `Lately ${last === 0 ? "fewer than 3" : last} in five minutes, at most ${people(most)}`;
}
