import { memo, type ReactNode, useId } from "react";
import type { Tweet } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { Time } from "../ui/Time";
import { PinnedIcon, RetweetIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { useSight } from "../data/missing";
import { type TweetRecord, useTweet } from "../data/tweets";
import { useUser } from "../data/users";
import { useWatched } from "../data/watching";
import { useSeen } from "../impression/useSeen";
import { EditedMark } from "./EditedMark";
import { QuotedTweet } from "./QuotedTweet";
import { ReplyingTo } from "./ReplyingTo";
import { TombstoneRow } from "./TombstoneRow";
import { TweetActions } from "./TweetActions";
import { TweetBody } from "./TweetBody";
import { TweetMenu } from "./TweetMenu";
import "./TweetRow.css";

/** Longer tweets end with a link to the rest. */
const MAXIMUM_LINES = 12;

interface TweetRowProps {
  id: string;
  /** Whether a line connects it to the tweets above and below. */
  thread?: { above?: boolean; below?: boolean };
  /** The tweet that the list is about; replies to it do not name its author. */
  about?: string;
  /** Why the user is told of it: an icon below the picture, and a label instead of the author. */
  sign?: { icon: ReactNode; label: string };
  /** Whether it is first on the profile because it is pinned. */
  pinned?: boolean;
}

/** A tweet in a list. A retweet is shown as its original, with who retweeted it above. */
export const TweetRow = memo(function TweetRow({ id, ...look }: TweetRowProps) {
  const record = useTweet(id);
  const originalId = record?.tweet.retweet_of_id;
  const shownId = originalId ?? id;
  const { record: shown, absence } = useSight(shownId);
  if (record?.gone) return null;
  // A list that contains tweets of a muted user is about that user.
  const isThere = absence === undefined || (absence === "muted" && originalId === undefined);
  if (shown === undefined || !isThere) return <TombstoneRow id={shownId} absence={absence ?? "unknown"} />;
  return <Row {...look} rowId={id} record={shown} retweet={originalId ? record.tweet : undefined} />;
});

interface RowProps extends Omit<TweetRowProps, "id"> {
  rowId: string;
  record: TweetRecord;
  retweet: Tweet | undefined;
}

function Row({ rowId, record: { tweet, marks }, retweet, thread, about, sign, pinned }: RowProps) {
  const author = useUser(tweet.author_id);
  const textId = useId();
  useWatched(tweet.id);
  const seen = useSeen(tweet);
  const page = paths.tweet(tweet.id);
  const classes = ["tweet", thread?.above && "tweet-thread-above", thread?.below && "tweet-thread-below"];
  const isAnswer = !thread?.above && sign === undefined && tweet.reply_to_id !== about;
  return (
    <article
      ref={seen}
      className={classes.filter(Boolean).join(" ")}
      data-row={rowId}
      data-tweet={rowId}
      data-page={page}
      tabIndex={-1}
      aria-label={sign?.label ?? `Tweet by ${author?.display_name ?? "someone"}`}
      aria-describedby={textId}
    >
      {pinned ? (
        <p className="tweet-why tweet-pinned">
          <PinnedIcon /> Pinned
        </p>
      ) : null}
      {retweet ? <RetweetedBy userId={retweet.author_id} /> : null}
      <div className="tweet-gutter">
        <Link to={paths.profile(author?.username)} className="tweet-avatar" tabIndex={-1} aria-hidden="true">
          <Avatar user={author} />
        </Link>
        {sign?.icon}
      </div>
      <div className="tweet-main">
        <header className="tweet-head">
          <Link to={paths.profile(author?.username)} className="tweet-author">
            <bdi className="name">{author?.display_name}</bdi> <span className="handle">@{author?.username}</span>
          </Link>
          <Link to={page} className="tweet-time">
            <Time value={tweet.created_at} />
          </Link>
          <EditedMark tweet={tweet} />
          <TweetMenu tweet={tweet} author={author} />
        </header>
        {isAnswer ? <ReplyingTo tweet={tweet} /> : null}
        <TweetBody tweet={tweet} lines={MAXIMUM_LINES} id={textId} />
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
