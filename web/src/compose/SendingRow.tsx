import { useCell } from "../api/cell";
import { Avatar } from "../ui/Avatar";
import { useMe } from "../data/me";
import { useUser } from "../data/users";
import { outbox, type Sending } from "./post";
import "../tweet/TweetRow.css";
import "../tweet/TweetText.css";
import "./SendingRow.css";

/** The tweets that are being sent: replies to a tweet, or without `replyTo` all others. */
export function SendingRows({ replyTo }: { replyTo?: string }) {
  const sendings = useCell(outbox).filter((sending) => sending.target.replyTo === replyTo);
  return sendings.map((sending) => <SendingRow key={sending.key} sending={sending} />);
}

function SendingRow({ sending }: { sending: Sending }) {
  const me = useMe();
  const author = useUser(me?.id ?? "");
  return (
    <div className="tweet tweet-sending">
      <span className="tweet-avatar">
        <Avatar user={author} />
      </span>
      <div className="tweet-main">
        <div className="tweet-head">
          <bdi className="name">{author?.display_name}</bdi>
          <span className="handle">sending…</span>
        </div>
        <p className="tweet-text" dir="auto">
          {sending.text}
        </p>
      </div>
    </div>
  );
}
