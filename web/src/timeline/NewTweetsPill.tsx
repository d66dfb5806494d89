import { useEffect } from "react";
import { type Cell, useCell } from "../api/cell";
import { Avatar } from "../ui/Avatar";
import { counted } from "../ui/count";
import { tweets } from "../data/tweets";
import { users } from "../data/users";
import { forgetWayBack, goBackToPlace, goToTop, wayBack } from "./wayBack";
import "./NewTweetsPill.css";

const FACES = 3;

interface NewTweetsPillProps {
  waiting: Cell<readonly string[]>;
  onShow: () => void;
}

/** The number of new tweets, which shows them when pressed; then the way back to where the user was. */
export function NewTweetsPill({ waiting: cell, onShow }: NewTweetsPillProps) {
  const waiting = useCell(cell);
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
        {waiting.length > 0 ? <NewTweets waiting={waiting} onShow={onShow} /> : null}
      </div>
    </div>
  );
}

function NewTweets({ waiting, onShow }: { waiting: readonly string[]; onShow: () => void }) {
  const authors = [...new Set(waiting.map((id) => tweets.get(id)?.tweet.author_id ?? ""))].slice(0, FACES);
  return (
    <button type="button" className="pill" onClick={() => goToTop(onShow)}>
      <span className="pill-faces">
        {authors.map((id) => (
          <Avatar key={id} user={users.get(id)} size="small" />
        ))}
      </span>
      Show {counted(waiting.length, "new tweet", "new tweets")}
    </button>
  );
}
