import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import { randomId } from "../api/randomId";
import type { NewTweet } from "../api/types";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { openComposer } from "../data/composer";
import type { Draft, DraftPart } from "../data/draftParts";
import { sendDraft, type Target } from "../data/drafts";
import { arrive } from "../data/home";
import { currentUser, refreshMe } from "../data/me";
import { addRecentReplies } from "../data/recentReplies";
import { absorb, refreshTweets } from "../data/tweets";
import { hasVisible } from "./weight";

export interface Sending {
  /** The same for every attempt, so that the tweet is posted once. */
  key: string;
  draft: Draft;
  target: Target;
}

/** Tweets that are being sent, shown where they will appear. */
export const outbox = new Cell<readonly Sending[]>([]);

/**
 * Posts a draft: a tweet, or a thread of several. It is shown at once and waits for its uploads; if posting fails, it becomes
 * a draft again.
 */
export async function post(draft: Draft, target: Target): Promise<void> {
  const sending: Sending = { key: randomId(), draft, target };
  outbox.update((before) => [...before, sending]);
  const { posted, failed } = sendDraft(target, draft);
  try {
    const ids = await send(sending);
    posted();
    show(ids, target);
    await forgetUploads(draft);
  } catch (error) {
    failed();
    toast({
      text: `Not posted. ${describe(error)}`,
      kind: "failure",
      action: { label: "Edit", run: () => openComposer(target) },
    });
  } finally {
    outbox.update((before) => before.filter((each) => each.key !== sending.key));
  }
}

/** Returns the IDs of the tweets in order. */
async function send({ key, draft, target }: Sending): Promise<string[]> {
  const params = { header: { "Idempotency-Key": key } };
  const [first = {}, ...others] = await Promise.all(draft.parts.map((part) => newTweet(part, draft)));
  const body: NewTweet = {
    ...first,
    ...(target.replyTo && { reply_to_id: target.replyTo }),
    ...(target.quoteOf && { quote_of_id: target.quoteOf }),
    ...(!target.replyTo && draft.replies && { replies: draft.replies }),
  };
  if (others.length === 0) return absorb(await answer(api.POST("/api/roost/v1/tweets", { params, body })));
  return absorb(await answer(api.POST("/api/roost/v1/threads", { params, body: { tweets: [body, ...others] } })));
}

/** A tweet for the server, once its uploads are ready. */
async function newTweet({ text, media }: DraftPart, { warning = "", sensitive }: Draft): Promise<NewTweet> {
  const content = hasVisible(text) ? text : "";
  const contentWarning = hasVisible(warning) && { content_warning: warning.trim() };
  if (media.length === 0) return { content, ...contentWarning };
  const { readyIds } = await import("./attaching");
  return { content, media_ids: await readyIds(media), ...(sensitive && { sensitive }), ...contentWarning };
}

async function forgetUploads({ parts }: Draft): Promise<void> {
  const keys = parts.flatMap(({ media }) => media);
  if (keys.length > 0) (await import("./attaching")).forgetAll(keys);
}

/** The server counts: the author's tweets, and the replies and quotes of another tweet. */
function show(ids: readonly string[], { replyTo, quoteOf }: Target): void {
  arrive(ids.toReversed());
  refreshMe();
  refreshTweets([replyTo, quoteOf]);
  const me = currentUser();
  if (me) void queries.invalidateQueries({ queryKey: ["profile-tweets", me.id] });
  for (const [index, id] of ids.entries()) {
    const parent = index === 0 ? replyTo : ids[index - 1];
    if (parent !== undefined) addRecentReplies(parent, [id]);
  }
  toast({
    text: ids.length > 1 ? "Your thread was posted." : replyTo ? "Your reply was posted." : "Your tweet was posted.",
    action: { label: "View", run: () => navigate(paths.tweet(ids[0] ?? "")) },
  });
}
