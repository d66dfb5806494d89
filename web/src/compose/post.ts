import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import { randomId } from "../api/randomId";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { openComposer } from "../data/composer";
import { keepDraft, readDraft, type Target } from "../data/drafts";
import { arrive } from "../data/home";
import { currentUser } from "../data/me";
import { absorb, tweets } from "../data/tweets";
import { users } from "../data/users";

export interface Sending {
  /** The same for every attempt, so that the tweet is posted once. */
  key: string;
  text: string;
  target: Target;
}

/** Tweets that are being sent, shown where they will appear. */
export const outbox = new Cell<readonly Sending[]>([]);

/** Posts a text. It is shown at once; if posting fails, it becomes a draft again. */
export async function post(text: string, target: Target): Promise<void> {
  const sending: Sending = { key: randomId(), text, target };
  outbox.update((before) => [...before, sending]);
  keepDraft(target, "");
  try {
    show(await send(sending), target);
  } catch (error) {
    giveBack(sending, error);
  } finally {
    outbox.update((before) => before.filter((each) => each.key !== sending.key));
  }
}

async function send({ key, text, target }: Sending) {
  return answer(
    api.POST("/api/roost/v1/tweets", {
      params: { header: { "Idempotency-Key": key } },
      body: {
        content: text,
        ...(target.replyTo && { reply_to_id: target.replyTo }),
        ...(target.quoteOf && { quote_of_id: target.quoteOf }),
      },
    }),
  );
}

function show(posted: Awaited<ReturnType<typeof send>>, { replyTo, quoteOf }: Target): void {
  const ids = absorb(posted);
  arrive(ids);
  const me = currentUser();
  if (me) {
    users.update(me.id, (user) => ({ ...user, tweets_count: user.tweets_count + 1 }));
    void queries.invalidateQueries({ queryKey: ["profile-tweets", me.id] });
  }
  if (replyTo) {
    countOne(replyTo, "replies");
    void queries.invalidateQueries({ queryKey: ["conversation"] });
  }
  if (quoteOf) countOne(quoteOf, "quotes");
  toast({
    text: replyTo ? "Your reply was posted." : "Your tweet was posted.",
    action: { label: "View", run: () => navigate(paths.tweet(posted.data.id)) },
  });
}

function countOne(id: string, what: "replies" | "quotes"): void {
  tweets.update(id, (record) => {
    const counts = { ...record.tweet.counts, [what]: record.tweet.counts[what] + 1 };
    return { ...record, tweet: { ...record.tweet, counts } };
  });
}

function giveBack({ text, target }: Sending, error: unknown): void {
  // Keep a draft that was started meanwhile.
  const begun = readDraft(target);
  keepDraft(target, begun === "" ? text : `${text}\n${begun}`);
  toast({
    text: `Not posted. ${describe(error)}`,
    kind: "failure",
    action: { label: "Edit", run: () => openComposer(target) },
  });
}
