import { useRecord } from "../api/records";
import { describe } from "../api/problem";
import { Button } from "../ui/Button";
import { confirm } from "../ui/Confirm";
import { Time } from "../ui/Time";
import { counted } from "../ui/count";
import { toast } from "../ui/toasts";
import { deleteDraft, savedDrafts } from "../data/unsent";
import { takeFromServer } from "./savedDraft";
import "./Unsent.css";

/** A draft that the server keeps. */
export function SavedDraftRow({ id }: { id: string }) {
  const draft = useRecord(savedDrafts, id);
  if (draft === undefined) return null;
  const [first = {}] = draft.tweets;
  const text = draft.tweets.map(({ content = "" }) => content).find((content) => content.trim() !== "");
  const kind = first.reply_to_id ? "Reply" : first.quote_of_id ? "Quote" : draft.tweets.length > 1 ? "Thread" : "Tweet";
  return (
    <article className="unsent" data-row={id} tabIndex={-1} aria-label={`Draft: ${text ?? "no text"}`}>
      <p className="unsent-facts">
        {kind}
        {draft.tweets.length > 1 ? ` · ${counted(draft.tweets.length, "tweet", "tweets")}` : ""}
        {first.poll ? " · poll" : ""}
        {first.media_ids ? " · media" : ""} · <Time value={draft.updated_at} />
      </p>
      <p className="unsent-text" dir="auto">
        {text ?? "No text yet"}
      </p>
      <div className="unsent-buttons">
        <Button look="primary" onClick={() => void takeFromServer(draft)}>
          Continue
        </Button>
        <Button onClick={() => ask(id)}>Delete</Button>
      </div>
    </article>
  );
}

function ask(id: string): void {
  confirm({
    title: "Delete this draft?",
    text: "You can't undo this.",
    yes: "Delete",
    run: () => {
      deleteDraft(id).catch((error: unknown) => toast({ text: `Not deleted. ${describe(error)}`, kind: "failure" }));
    },
  });
}
