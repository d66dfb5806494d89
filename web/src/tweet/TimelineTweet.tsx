import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import type { Around } from "../ui/PagedList";
import { Time } from "../ui/Time";
import { paths } from "../ui/paths";
import { useSight } from "../data/missing";
import { originalOf, type TweetRecord, tweets, useTweet } from "../data/tweets";
import { useUser } from "../data/users";
import { useSeen } from "../impression/useSeen";
import { TweetRow } from "./TweetRow";
import { TweetBody } from "./TweetBody";
import "./TimelineTweet.css";

const MAXIMUM_LINES = 4;

/** A tweet in a timeline. Above a reply stands the tweet that it answers, unless that is there already. */
export function TimelineTweet({ id, around: { previous, next } }: { id: string; around: Around }) {
  const record = useTweet(id);
  const parent = record?.tweet.reply_to_id;
  // The response contains it unless it is hidden, so one that is not known is not asked for.
  const isKnown = useTweet(parent ?? "") !== undefined;
  const isNext = next !== undefined && parent === originalOf(next);
  const isAbove = previous !== undefined && parent === tweets.get(previous)?.tweet.reply_to_id;
  return parent === undefined || !isKnown || isNext || isAbove || record?.gone ? (
    <TweetRow id={id} />
  ) : (
    <WithParent id={id} parent={parent} />
  );
}

function WithParent({ id, parent }: { id: string; parent: string }) {
  const { record, absence } = useSight(parent);
  if (record === undefined || absence !== undefined) return <TweetRow id={id} />;
  return (
    <>
      <Parent record={record} />
      <TweetRow id={id} thread={{ above: true }} />
    </>
  );
}

/** A tweet in short. */
function Parent({ record: { tweet } }: { record: TweetRecord }) {
  const author = useUser(tweet.author_id);
  const page = paths.tweet(tweet.id);
  const seen = useSeen(tweet);
  return (
    <article
      ref={seen}
      className="tweet tweet-thread-below tweet-parent"
      data-page={page}
      aria-label={`Tweet by ${author?.display_name ?? "someone"}, answered below`}
    >
      <div className="tweet-gutter">
        <Link to={paths.profile(author?.username)} className="tweet-avatar" tabIndex={-1} aria-hidden="true">
          <Avatar user={author} />
        </Link>
      </div>
      <div className="tweet-main">
        <div className="tweet-head">
          <Link to={paths.profile(author?.username)} className="tweet-author">
            <bdi className="name">{author?.display_name}</bdi> <span className="handle">@{author?.username}</span>
          </Link>
          <Link to={page} className="tweet-time">
            <Time value={tweet.created_at} />
          </Link>
        </div>
        <TweetBody tweet={tweet} lines={MAXIMUM_LINES} card={false} />
      </div>
    </article>
  );
}
