import { useState } from "react";
import { useRecord } from "../api/records";
import { describe } from "../api/problem";
import type { ScheduledTweet } from "../api/types";
import { Button } from "../ui/Button";
import { confirm } from "../ui/Confirm";
import { Dialog } from "../ui/Dialog";
import { counted } from "../ui/count";
import { exactTime } from "../ui/time";
import { toast } from "../ui/toasts";
import { cancelScheduled, editScheduled, refreshScheduled, scheduledTweets } from "../data/unsent";
import { ScheduleField } from "./ScheduleField";
import { fieldOf, isAcceptable, proposed, timeOf } from "./scheduling";
import "./Unsent.css";

/** A tweet that the server is going to post, or could not post. */
export function ScheduledRow({ id }: { id: string }) {
  const tweet = useRecord(scheduledTweets, id);
  const [isEditing, setEditing] = useState(false);
  if (tweet === undefined) return null;
  const media = tweet.media_ids?.length ?? 0;
  return (
    <article className="unsent" data-row={id} tabIndex={-1} aria-label={`Scheduled tweet: ${tweet.content ?? ""}`}>
      <p className="unsent-facts">
        <time dateTime={tweet.scheduled_at}>{exactTime(tweet.scheduled_at)}</time>
        {tweet.reply_to_id ? " · reply" : tweet.quote_of_id ? " · quote" : ""}
        {media > 0 ? ` · ${counted(media, "file", "files")}` : ""}
        {tweet.poll ? " · poll" : ""}
      </p>
      <p className="unsent-text" dir="auto">
        {tweet.content}
      </p>
      {tweet.failure ? <p className="unsent-failure">Not posted: {tweet.failure.text}</p> : null}
      <div className="unsent-buttons">
        <Button onClick={() => setEditing(true)}>Edit</Button>
        <Button onClick={() => ask(id)}>Cancel</Button>
      </div>
      {isEditing ? <EditDialog tweet={tweet} onClose={() => setEditing(false)} /> : null}
    </article>
  );
}

function EditDialog({ tweet, onClose }: { tweet: ScheduledTweet; onClose: () => void }) {
  const [now] = useState(() => Date.now());
  const [content, setContent] = useState(tweet.content ?? "");
  const [time, setTime] = useState(() => (tweet.failure ? proposed(now) : fieldOf(Date.parse(tweet.scheduled_at))));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await editScheduled(tweet.id, { content, scheduled_at: timeOf(time) ?? tweet.scheduled_at });
      onClose();
    } catch (error) {
      setProblem(describe(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title="Scheduled tweet" onClose={onClose} asks={() => content !== (tweet.content ?? "")}>
      <form
        className="unsent-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label htmlFor="scheduled-text">Text</label>
        <textarea id="scheduled-text" rows={4} dir="auto" value={content} onChange={({ target }) => setContent(target.value)} />
        <ScheduleField time={time} onChange={setTime} />
        {problem === undefined ? null : (
          <p className="unsent-failure" role="alert">
            {problem}
          </p>
        )}
        <div className="dialog-buttons">
          <Button look="primary" type="submit" busy={isBusy} disabled={!isAcceptable(time, now)}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function ask(id: string): void {
  confirm({
    title: "Cancel this tweet?",
    text: "It will not be posted. You can't undo this.",
    yes: "Cancel tweet",
    no: "Keep",
    run: () => {
      cancelScheduled(id).catch((error: unknown) => {
        toast({ text: `Not cancelled. ${describe(error)}`, kind: "failure" });
        void refreshScheduled();
      });
    },
  });
}
