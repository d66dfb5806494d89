import type { Message } from "../api/types";
import { firstFrom } from "../data/thread";

/** Which of the loaded messages are on the page, by sequence number: from `first` to `last`, both included. */
export interface Shown {
  first: number;
  last: number;
}

/** All of them, also those that are yet to come. */
export const ALL: Shown = { first: 0, last: Infinity };

/** More are not on the page at a time, however many are loaded. */
const MOST = 160;
const STEP = 40;

export function shownOf(messages: readonly Message[], { first, last }: Shown): readonly Message[] {
  const end = last === Infinity ? messages.length : firstFrom(messages, last + 1);
  return messages.slice(firstFrom(messages, first), end);
}

/** Shows the end, with the messages above it. */
export function atEnd(messages: readonly Message[]): Shown {
  return messages.length <= MOST ? ALL : { first: messages[messages.length - MOST / 2]?.seq ?? 0, last: Infinity };
}

/** Shows a message, with those around it. */
export function around(messages: readonly Message[], seq: number): Shown {
  const index = firstFrom(messages, seq);
  return fromTo(messages, index - MOST / 4, index + MOST / 4);
}

/** Shows more above; drops those at the other end if they are too many. */
export function extendedUp(messages: readonly Message[], shown: Shown): Shown {
  const from = Math.max(0, firstFrom(messages, shown.first) - STEP);
  return fromTo(messages, from, Math.min(from + MOST, endOf(messages, shown)));
}

/** Shows more below, likewise. */
export function extendedDown(messages: readonly Message[], shown: Shown): Shown {
  const to = Math.min(messages.length, endOf(messages, shown) + STEP);
  return fromTo(messages, Math.max(firstFrom(messages, shown.first), to - MOST), to);
}

/** Whether loaded messages are left above or below. */
export function hasMore(messages: readonly Message[], shown: Shown): { above: boolean; below: boolean } {
  return { above: firstFrom(messages, shown.first) > 0, below: endOf(messages, shown) < messages.length };
}

/** Keeps as many as may be shown, after older ones were loaded above them. */
export function bounded(messages: readonly Message[], shown: Shown): Shown {
  const from = firstFrom(messages, shown.first);
  return endOf(messages, shown) - from <= MOST ? shown : fromTo(messages, from, from + MOST);
}

function endOf(messages: readonly Message[], { last }: Shown): number {
  return last === Infinity ? messages.length : firstFrom(messages, last + 1);
}

/** What begins or ends with the loaded messages does so too when more are loaded. */
function fromTo(messages: readonly Message[], from: number, to: number): Shown {
  return {
    first: from <= 0 ? 0 : (messages[from]?.seq ?? 0),
    last: to >= messages.length ? Infinity : (messages[to - 1]?.seq ?? Infinity),
  };
}
