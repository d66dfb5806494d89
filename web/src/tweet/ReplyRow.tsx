import { useState } from "react";
import { describe } from "../api/problem";
import { shortCount } from "../ui/count";
import { toast } from "../ui/toasts";
import { type More, openBranch } from "./conversation";
import type { Row } from "./replyTree";
import { TweetRow } from "./TweetRow";
import "./ReplyRow.css";

/** A row of a conversation, with the lines that join it to others. */
export function ReplyRow({ row }: { row: Row }) {
  const { id, more, hasSome, depth, about, rails, fromLeft, fromAbove, down, ends } = row;
  return (
    <div className={`reply reply-${depth} ${ends ? "reply-ends" : ""}`}>
      {rails.map((level) => (
        <span key={level} className={`rail rail-${level}`} />
      ))}
      {fromLeft ? <span className={`rail-from-left rail-${depth - 1}`} /> : null}
      {fromAbove ? <span className={`rail-from-above rail-${depth}`} /> : null}
      {down ? <span className={`rail-down rail-${depth}`} /> : null}
      {more ? (
        // A feed consists of articles.
        <article aria-label="More replies">
          <MoreReplies id={id} more={more} hasSome={hasSome} />
        </article>
      ) : (
        <TweetRow id={id} about={about} />
      )}
    </div>
  );
}

function MoreReplies({ id, more, hasSome }: { id: string; more: More; hasSome: boolean }) {
  const [busy, setBusy] = useState(false);
  const open = async (button: HTMLElement) => {
    setBusy(true);
    try {
      const first = await openBranch(id, more);
      if (first !== undefined) focusSoon(first, button);
    } catch (error) {
      toast({ text: `Couldn't load the replies. ${describe(error)}`, kind: "failure" });
    } finally {
      setBusy(false);
    }
  };
  const what = more.count === 1 ? "reply" : "replies";
  return (
    <button
      type="button"
      className="reply-more"
      disabled={busy}
      aria-busy={busy || undefined}
      onClick={(event) => void open(event.currentTarget)}
    >
      Show {shortCount(more.count)} {hasSome ? "more " : ""}
      {what}
    </button>
  );
}

/** Whoever pressed the button continues with the first reply that stands in its place. */
function focusSoon(id: string, button: HTMLElement): void {
  if (document.activeElement !== button && document.activeElement !== document.body) return;
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`article[data-tweet="${id}"]`)?.focus({ preventScroll: true }),
  );
}
