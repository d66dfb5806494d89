import type { Explanation } from "../api/types";

type Part = Explanation["parts"][number];

const share = new Intl.NumberFormat("en", { style: "percent", maximumSignificantDigits: 2 });
const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const times = (value: number, one: string, many: string) => `${number.format(value)} ${value === 1 ? one : many}`;

const MINUTES = 60;

const words: Record<string, (value: number) => string> = {
  likes: (value) => `${share.format(value)} of viewers are expected to like it`,
  retweets: (value) => `${share.format(value)} are expected to retweet it`,
  quotes: (value) => `${share.format(value)} are expected to quote it`,
  replies: (value) => `${share.format(value)} are expected to reply`,
  opens: (value) => `${share.format(value)} are expected to open a link or picture`,
  follows: (value) => `${share.format(value)} are expected to follow its author`,
  more: (value) => `You asked for more of this author ${times(value, "time", "times")}`,
  less: (value) => `You asked for less of this author ${times(value, "time", "times")}`,
  freshness: (value) => `It is ${value < 1 ? times(Math.round(value * MINUTES), "minute", "minutes") : times(value, "hour", "hours")} old`,
  affinity: (value) => (value === 0 ? "You have not interacted with its author lately" : "You interact with its author"),
  seen: (value) => (value === 0 ? "You have not seen it before" : "You have seen it"),
  variety: (value) =>
    value === 0
      ? "No tweet of its author is ranked higher"
      : `${times(value, "tweet of its author is", "tweets of its author are")} ranked higher`,
};

/** A part of a score in words; its name if this version of the client does not know it. */
export function inWords({ name, value }: Part): string {
  return words[name]?.(value) ?? name;
}

/** What a part does to the score, such as `+0.02` or `× 0.5`. */
export function effect({ kind, contribution }: Part): string {
  if (kind === "factor") return `× ${number.format(contribution)}`;
  return `${contribution < 0 ? "−" : "+"}${number.format(Math.abs(contribution))}`;
}

/** Wishes that the user does not have explain nothing. */
export function isWorthSaying({ name, value }: Part): boolean {
  return value !== 0 || (name !== "more" && name !== "less");
}
