import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import { randomId } from "../api/randomId";
import type { NewTweet } from "../api/types";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { momentOf } from "../ui/time";
import { toast } from "../ui/toasts";
import { openComposer } from "../data/composer";
import { type Draft, type DraftPart, EMPTY_PART } from "../data/draftParts";
import { sendDraft, type Target } from "../data/drafts";
import { arrive } from "../data/home";
import { currentUser, refreshMe } from "../data/me";
import { addRecentReplies } from "../data/recentReplies";
import { absorb, refreshTweets } from "../data/tweets";
import { refreshScheduled } from "../data/unsent";
import { timeOf } from "./scheduling";
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
    const scheduledAt = draft.scheduledAt === undefined ? undefined : timeOf(draft.scheduledAt);
    if (scheduledAt === undefined) show(await send(sending), target);
    else await schedule(sending, scheduledAt);
    posted();
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
  const body: NewTweet = { ...first, ...about(draft, target) };
  if (others.length === 0) {
    const posted = await answer(api.POST("/api/roost/v1/tweets", { params, body }));
    return "includes" in posted ? absorb(posted) : [];
  }
  return absorb(await answer(api.POST("/api/roost/v1/threads", { params, body: { tweets: [body, ...others] } })));
}

/** Lets the server post the tweet later. */
async function schedule({ key, draft, target }: Sending, time: string): Promise<void> {
  const params = { header: { "Idempotency-Key": key } };
  const [part = EMPTY_PART] = draft.parts;
  const body: NewTweet = { ...(await newTweet(part, draft)), ...about(draft, target), scheduled_at: time };
  await answer(api.POST("/api/roost/v1/tweets", { params, body }));
  void refreshScheduled();
  toast({
    text: `Your tweet will be posted on ${momentOf(time)}.`,
    action: { label: "View", run: () => navigate(paths.scheduled) },
  });
}

/** What belongs to the first tweet alone. */
const about = ({ replies }: Draft, { replyTo, quoteOf }: Target): NewTweet => ({
  ...(replyTo && { reply_to_id: replyTo }),
  ...(quoteOf && { quote_of_id: quoteOf }),
  ...(!replyTo && replies && { replies }),
});

/** A tweet for the server, once its uploads are ready. */
async function newTweet({ text, media, poll }: DraftPart, { warning = "", sensitive }: Draft): Promise<NewTweet> {
  const content = hasVisible(text) ? text : "";
  const contentWarning = hasVisible(warning) && { content_warning: warning.trim() };
  const asked = poll && { poll: { options: poll.options.map((option) => option.trim()), duration_seconds: poll.seconds } };
  if (media.length === 0) return { content, ...asked, ...contentWarning };
  const { readyIds } = await import("./attaching");
  return { content, ...asked, media_ids: await readyIds(media), ...(sensitive && { sensitive }), ...contentWarning };
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
