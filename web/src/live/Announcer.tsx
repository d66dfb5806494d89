import { useCell } from "../api/cell";
import { counted } from "../ui/count";
import { waitingTweets } from "../data/home";

/** Announces new tweets to screen readers, like the pill on the screen. */
export function Announcer() {
  const waiting = useCell(waitingTweets).length;
  return (
    <div className="only-spoken" role="status" aria-live="polite">
      {waiting === 0 ? "" : `${counted(waiting, "new tweet", "new tweets")} in your timeline`}
    </div>
  );
}
