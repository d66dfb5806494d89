import type { NewTweet } from "../api/types";

/** One tweet of a draft. */
export interface DraftPart {
  text: string;
  /** The keys of its uploads. */
  media: readonly string[];
  poll?: PollPart | undefined;
}

/** A poll that is being written. */
export interface PollPart {
  options: readonly string[];
  /** How long it lasts. */
  seconds: number;
}

/** What a user writes: a tweet, or a thread of several. */
export interface Draft {
  parts: readonly DraftPart[];
  /** The content warning, which may still be empty. */
  warning?: string | undefined;
  /** Whether the media are hidden until the reader opens them. */
  sensitive: boolean;
  /** Who may reply, if not everyone. */
  replies?: NewTweet["replies"] | undefined;
  /** When the tweet is to be posted, in the time zone of this device; at once if absent. */
  scheduledAt?: string | undefined;
  /** A tweet that a message shares. */
  tweetId?: string | undefined;
  /** The message that a message replies to. */
  replyToSeq?: number | undefined;
}

export const EMPTY_PART: DraftPart = { text: "", media: [] };
export const EMPTY_DRAFT: Draft = { parts: [EMPTY_PART], sensitive: false };

/** The server accepts no more. */
export const MAXIMUM_PARTS = 25;

export function isEmpty({ parts, warning = "", tweetId, replyToSeq }: Draft): boolean {
  if (tweetId !== undefined || replyToSeq !== undefined) return false;
  return warning === "" && parts.every(({ text, media, poll }) => text.trim() === "" && media.length === 0 && poll === undefined);
}

/** One draft after another. */
export function joined(first: Draft, second: Draft): Draft {
  if (isEmpty(first)) return second;
  if (isEmpty(second)) return first;
  const end = first.parts.at(-1) ?? EMPTY_PART;
  const [start = EMPTY_PART, ...rest] = second.parts;
  const between: DraftPart = {
    text: [end.text, start.text].filter((text) => text.trim() !== "").join("\n"),
    media: [...end.media, ...start.media],
    poll: end.poll ?? start.poll,
  };
  return {
    parts: [...first.parts.slice(0, -1), between, ...rest],
    warning: first.warning ?? second.warning,
    replies: first.replies ?? second.replies,
    sensitive: first.sensitive || second.sensitive,
    scheduledAt: first.scheduledAt ?? second.scheduledAt,
  };
}

/** For the storage, in which uploads are named by `nameOf`; those without a name are left out. */
export function written(draft: Draft, nameOf: (key: string) => string | undefined): string {
  const parts = draft.parts.map((part) => ({ ...part, media: part.media.flatMap((key) => nameOf(key) ?? []) }));
  return JSON.stringify({ ...draft, parts } satisfies Draft);
}

export function parsed(stored: string): Draft {
  try {
    const draft = JSON.parse(stored) as Partial<Draft> | null;
    if (Array.isArray(draft?.parts) && draft.parts.length > 0) return { ...EMPTY_DRAFT, ...draft };
  } catch {
    // Earlier versions stored the text alone.
  }
  return { parts: stored.split("\f").map((text) => ({ text, media: [] })), sensitive: false };
}
