import { useCell } from "../api/cell";
import { Avatar } from "../ui/Avatar";
import { counted } from "../ui/count";
import { showWaiting, waitingTweets } from "../data/home";
import { tweets } from "../data/tweets";
import { users } from "../data/users";
import "./NewTweetsPill.css";

const FACES = 3;

/** The number of new tweets; shows them when pressed. */
export function NewTweetsPill() {
  const waiting = useCell(waitingTweets);
  if (waiting.length === 0) return null;
  const authors = [...new Set(waiting.map((id) => tweets.get(id)?.tweet.author_id ?? ""))].slice(0, FACES);
  return (
    <div className="pill-place">
      <button
        type="button"
        className="pill"
        onClick={() => {
          showWaiting();
          window.scrollTo({ top: 0 });
        }}
      >
        <span className="pill-faces">
          {authors.map((id) => (
            <Avatar key={id} user={users.get(id)} size="small" />
          ))}
        </span>
        Show {counted(waiting.length, "new tweet", "new tweets")}
      </button>
    </div>
  );
}
