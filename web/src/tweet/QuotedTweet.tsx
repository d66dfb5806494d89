import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { Time } from "../ui/Time";
import { paths } from "../ui/paths";
import { useSight } from "../data/missing";
import type { TweetRecord } from "../data/tweets";
import { useUser } from "../data/users";
import { useSeen } from "../impression/useSeen";
import { TombstoneRow } from "./TombstoneRow";
import { TweetBody } from "./TweetBody";
import "./QuotedTweet.css";

const MAXIMUM_LINES = 6;

/** A tweet within the one that quotes it, or above the reply that is being written. */
export function QuotedTweet({ id }: { id: string }) {
  const { record, absence } = useSight(id);
  if (record === undefined || absence !== undefined) return <TombstoneRow id={id} absence={absence ?? "unknown"} />;
  return <Quoted record={record} />;
}

function Quoted({ record: { tweet } }: { record: TweetRecord }) {
  const author = useUser(tweet.author_id);
  const seen = useSeen(tweet);
  return (
    <div ref={seen} className="quoted" data-page={paths.tweet(tweet.id)}>
      <div className="quoted-head">
        <Avatar user={author} size="small" />
        <bdi className="name">{author?.display_name}</bdi>
        <span className="handle">@{author?.username}</span>
        <Link to={paths.tweet(tweet.id)} className="quoted-time">
          <Time value={tweet.created_at} />
        </Link>
      </div>
      <TweetBody tweet={tweet} lines={MAXIMUM_LINES} card={false} />
    </div>
  );
}
