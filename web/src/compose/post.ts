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
import { absorb, refreshTweets } from "../data/tweets";

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

/** The server counts: the author's tweets, and the replies and quotes of another tweet. */
function show(posted: Awaited<ReturnType<typeof send>>, { replyTo, quoteOf }: Target): void {
  arrive(absorb(posted));
  refreshMe();
  refreshTweets([replyTo, quoteOf]);
  const me = currentUser();
  if (me) void queries.invalidateQueries({ queryKey: ["profile-tweets", me.id] });
  if (replyTo) void queries.invalidateQueries({ queryKey: ["conversation"] });
  toast({
    text: replyTo ? "Your reply was posted." : "Your tweet was posted.",
    action: { label: "View", run: () => navigate(paths.tweet(posted.data.id)) },
  });
}
