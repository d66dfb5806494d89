import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import { randomId } from "../api/randomId";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { openComposer } from "../data/composer";
import { sendDraft, type Target } from "../data/drafts";
import { arrive } from "../data/home";
import { currentUser, refreshMe } from "../data/me";
import { addRecentReplies } from "../data/recentReplies";
import { absorb, refreshTweets } from "../data/tweets";
import { partsOf } from "./parts";

export interface Sending {
  /** The same for every attempt, so that the tweet is posted once. */
  key: string;
  text: string;
  target: Target;
}

/** Tweets that are being sent, shown where they will appear. */
export const outbox = new Cell<readonly Sending[]>([]);

/** Posts a draft: a tweet, or a thread of several. It is shown at once; if posting fails, it becomes a draft again. */
export async function post(text: string, target: Target): Promise<void> {
  const sending: Sending = { key: randomId(), text, target };
  outbox.update((before) => [...before, sending]);
  const draft = sendDraft(target, text);
  try {
    const posted = await send(sending);
    draft.posted();
    show(posted, target);
  } catch (error) {
    draft.failed();
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
async function send({ key, text, target }: Sending): Promise<string[]> {
  const params = { header: { "Idempotency-Key": key } };
  const [first = "", ...others] = partsOf(text);
  const body = {
    content: first,
    ...(target.replyTo && { reply_to_id: target.replyTo }),
    ...(target.quoteOf && { quote_of_id: target.quoteOf }),
  };
  if (others.length === 0) return absorb(await answer(api.POST("/api/roost/v1/tweets", { params, body })));
  const tweets = [body, ...others.map((content) => ({ content }))];
  return absorb(await answer(api.POST("/api/roost/v1/threads", { params, body: { tweets } })));
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
