import type { SavedDraft } from "../api/types";
import type { Draft, DraftPart } from "../data/draftParts";
import type { Target } from "../data/drafts";
import { storedId } from "../data/uploads";

type SavedTweet = SavedDraft["tweets"][number];

const DEFAULT_SECONDS = 86_400;

/** A draft as the server keeps it. Files that the server does not have yet are left out. */
export function savedOf({ parts, warning, sensitive, replies }: Draft, target: Target): SavedTweet[] {
  return parts.map(({ text, media, poll }, index) => {
    const ids = media.flatMap((key) => storedId(key) ?? []);
    return {
      content: text,
      ...(ids.length > 0 && { media_ids: ids }),
      ...(poll && { poll: { options: [...poll.options], duration_seconds: poll.seconds } }),
      ...(warning !== undefined && { content_warning: warning }),
      ...(sensitive && { sensitive }),
      ...(index === 0 && target.replyTo === undefined && replies && { replies }),
      ...(index === 0 && target.replyTo !== undefined && { reply_to_id: target.replyTo }),
      ...(index === 0 && target.quoteOf !== undefined && { quote_of_id: target.quoteOf }),
    };
  });
}

/** A draft of the server as the composer has it. */
export function draftOf({ tweets }: SavedDraft): Draft {
  return {
    parts: tweets.map(
      ({ content = "", media_ids = [], poll }): DraftPart => ({
        text: content,
        media: media_ids,
        ...(poll && { poll: { options: poll.options ?? ["", ""], seconds: poll.duration_seconds ?? DEFAULT_SECONDS } }),
      }),
    ),
    warning: tweets[0]?.content_warning,
    sensitive: tweets.some((tweet) => tweet.sensitive === true),
    replies: tweets[0]?.replies,
  };
}

/** What a draft of the server is for. */
export function targetOf({ tweets: [first] }: SavedDraft): Target {
  if (first?.reply_to_id !== undefined) return { replyTo: first.reply_to_id };
  return first?.quote_of_id === undefined ? {} : { quoteOf: first.quote_of_id };
}
