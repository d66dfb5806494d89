import type { PollPart } from "../data/draftParts";
import { hasVisible } from "./weight";

export const LEAST_OPTIONS = 2;
export const MOST_OPTIONS = 4;
/** In code points. */
export const OPTION_LENGTH = 25;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a poll may last, in seconds. */
export const DURATIONS: readonly { seconds: number; label: string }[] = [
  { seconds: 5 * MINUTE, label: "5 minutes" },
  { seconds: 30 * MINUTE, label: "30 minutes" },
  { seconds: HOUR, label: "1 hour" },
  { seconds: 6 * HOUR, label: "6 hours" },
  { seconds: DAY, label: "1 day" },
  { seconds: 3 * DAY, label: "3 days" },
  { seconds: 7 * DAY, label: "7 days" },
];

export const NEW_POLL: PollPart = { options: ["", ""], seconds: DAY };

/** A text without what an option cannot contain. */
export function optionOf(text: string): string {
  return Array.from(text.replace(/[\r\n\u2028\u2029]+/g, " ")).slice(0, OPTION_LENGTH).join("");
}

/** Whether the server would accept the poll: all options have a text, and differ. */
export function isComplete({ options }: PollPart): boolean {
  const texts = options.map((text) => text.trim().normalize("NFC"));
  return texts.every(hasVisible) && new Set(texts).size === texts.length;
}
