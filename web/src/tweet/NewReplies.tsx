import { useState } from "react";
import { describe } from "../api/problem";
import { shortCount } from "../ui/count";
import { toast } from "../ui/toasts";
import "./NewReplies.css";

interface NewRepliesProps {
  count: number;
  show: () => Promise<void>;
}

/** Tells that there are new replies to the tweet on the page, which does not move until the user wants to see them. */
export function NewReplies({ count, show }: NewRepliesProps) {
  const [busy, setBusy] = useState(false);
  const pressed = async () => {
    setBusy(true);
    try {
      await show();
    } catch (error) {
      toast({ text: `Couldn't load the replies. ${describe(error)}`, kind: "failure" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div role="status">
      {count > 0 ? (
        <button type="button" className="new-replies" disabled={busy} aria-busy={busy || undefined} onClick={() => void pressed()}>
          {shortCount(count)} new {count === 1 ? "reply" : "replies"}
        </button>
      ) : null}
    </div>
  );
}
