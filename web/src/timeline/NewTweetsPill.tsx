import { useEffect } from "react";
import { useCell } from "../api/cell";
import { Avatar } from "../ui/Avatar";
import { counted } from "../ui/count";
import { showWaiting, waitingTweets } from "../data/home";
import { tweets } from "../data/tweets";
import { users } from "../data/users";
import { forgetWayBack, goBackToPlace, goToTop, wayBack } from "./wayBack";
import "./NewTweetsPill.css";

const FACES = 3;

/** The number of new tweets, which shows them when pressed; then the way back to where the user was. */
export function NewTweetsPill() {
  const waiting = useCell(waitingTweets);
  const hasWayBack = useCell(wayBack) !== undefined;
  useEffect(() => forgetWayBack, []);
  if (waiting.length === 0 && !hasWayBack) return null;
  return (
    <div className="pill-place">
      <div className="pills">
        {hasWayBack ? (
          <button type="button" className="pill pill-back" onClick={goBackToPlace}>
            Back to where you were
          </button>
        ) : null}
        {waiting.length > 0 ? <NewTweets waiting={waiting} /> : null}
      </div>
    </div>
  );
}

function NewTweets({ waiting }: { waiting: readonly string[] }) {
  const authors = [...new Set(waiting.map((id) => tweets.get(id)?.tweet.author_id ?? ""))].slice(0, FACES);
  return (
    <button type="button" className="pill" onClick={() => goToTop(showWaiting)}>
      <span className="pill-faces">
        {authors.map((id) => (
          <Avatar key={id} user={users.get(id)} size="small" />
        ))}
      </span>
      Show {counted(waiting.length, "new tweet", "new tweets")}
    </button>
  );
}
