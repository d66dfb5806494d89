import { memo } from "react";
import type { Tweet } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { Time } from "../ui/Time";
import { RetweetIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { type TweetRecord, useTweet } from "../data/tweets";
import { useUser } from "../data/users";
import { useWatched } from "../data/watching";
import { QuotedTweet } from "./QuotedTweet";
import { TombstoneRow } from "./TombstoneRow";
import { TweetActions } from "./TweetActions";
import { TweetMenu } from "./TweetMenu";
import { TweetText } from "./TweetText";
import "./TweetRow.css";

interface TweetRowProps {
  id: string;
  /** Whether a line connects it to the tweets above and below. */
  thread?: { above?: boolean; below?: boolean };
  /** The tweet that the list is about; replies to it do not name its author. */
  about?: string;
}

/** A tweet in a list. A retweet is shown as its original, with who retweeted it above. */
export const TweetRow = memo(function TweetRow({ id, thread, about }: TweetRowProps) {
  const record = useTweet(id);
  const originalId = record?.tweet.retweet_of_id;
  const original = useTweet(originalId ?? id);
  if (record?.gone) return null;
  if (original === undefined || original.gone) return <TombstoneRow id={originalId ?? id} />;
  return <Row rowId={id} record={original} thread={thread} about={about} retweet={originalId ? record.tweet : undefined} />;
});

interface RowProps {
  rowId: string;
  record: TweetRecord;
  retweet: Tweet | undefined;
  thread: TweetRowProps["thread"];
  about: string | undefined;
}

function Row({ rowId, record: { tweet, marks }, retweet, thread, about }: RowProps) {
  const author = useUser(tweet.author_id);
  useWatched(tweet.id);
  const page = paths.tweet(tweet.id);
  const classes = ["tweet", thread?.above && "tweet-thread-above", thread?.below && "tweet-thread-below"];
  return (
    <article
      className={classes.filter(Boolean).join(" ")}
      data-tweet={rowId}
      data-page={page}
      tabIndex={-1}
      aria-label={`${author?.display_name ?? "Someone"}: ${tweet.content}`}
    >
      {retweet ? <RetweetedBy userId={retweet.author_id} /> : null}
      <Link to={paths.profile(author?.username)} className="tweet-avatar" tabIndex={-1} aria-hidden="true">
        <Avatar user={author} />
      </Link>
      <div className="tweet-main">
        <header className="tweet-head">
          <Link to={paths.profile(author?.username)} className="tweet-author">
            <bdi className="name">{author?.display_name}</bdi> <span className="handle">@{author?.username}</span>
          </Link>
          <Link to={page} className="tweet-time">
            <Time value={tweet.created_at} />
          </Link>
          <TweetMenu tweet={tweet} author={author} />
        </header>
        {tweet.in_reply_to_user_id && !thread?.above && tweet.reply_to_id !== about ? (
          <Answering userId={tweet.in_reply_to_user_id} content={tweet.content} />
        ) : null}
        <TweetText tweet={tweet} />
        {tweet.quote_of_id ? <QuotedTweet id={tweet.quote_of_id} /> : null}
        <TweetActions tweet={tweet} marks={marks} />
      </div>
    </article>
  );
}

function RetweetedBy({ userId }: { userId: string }) {
  const user = useUser(userId);
  return (
    <p className="tweet-why">
      <RetweetIcon />
      <Link to={paths.profile(user?.username)}>
        <bdi>{user?.display_name}</bdi> retweeted
      </Link>
    </p>
  );
}

/** Names the user that a tweet replies to, unless its text starts with the name. */
function Answering({ userId, content }: { userId: string; content: string }) {
  const user = useUser(userId);
  if (user === undefined || content.toLowerCase().startsWith(`@${user.username.toLowerCase()}`)) return null;
  return (
    <p className="tweet-answering">
      Replying to <Link to={paths.profile(user.username)}>@{user.username}</Link>
    </p>
  );
}
