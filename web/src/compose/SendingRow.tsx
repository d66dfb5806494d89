import { useCell } from "../api/cell";
import { Avatar } from "../ui/Avatar";
import { useMe } from "../data/me";
import { useUser } from "../data/users";
import { partsOf } from "./parts";
import { outbox } from "./post";
import "../tweet/TweetRow.css";
import "../tweet/TweetText.css";
import "./SendingRow.css";

/** The tweets that are being sent: replies to a tweet, or without `replyTo` all others. */
export function SendingRows({ replyTo }: { replyTo?: string }) {
  const sendings = useCell(outbox).filter((sending) => sending.target.replyTo === replyTo);
  return sendings.flatMap(({ key, text }) =>
    partsOf(text).map((part, index) => <SendingRow key={`${key}-${index}`} text={part} />),
  );
}

function SendingRow({ text }: { text: string }) {
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
          {text}
        </p>
      </div>
    </div>
  );
}
