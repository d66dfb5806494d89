import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { Time } from "../ui/Time";
import { paths } from "../ui/paths";
import { type TweetRecord, useTweet } from "../data/tweets";
import { useUser } from "../data/users";
import { TombstoneRow } from "./TombstoneRow";
import "./QuotedTweet.css";

/** A tweet within the one that quotes it. */
export function QuotedTweet({ id }: { id: string }) {
  const record = useTweet(id);
  if (record === undefined || record.gone) return <TombstoneRow id={id} />;
  return <Quoted record={record} />;
}

function Quoted({ record: { tweet } }: { record: TweetRecord }) {
  const author = useUser(tweet.author_id);
  return (
    <Link to={paths.tweet(tweet.id)} className="quoted">
      <span className="quoted-head">
        <Avatar user={author} size="small" />
        <bdi className="name">{author?.display_name}</bdi>
        <span className="handle">@{author?.username}</span>
        <Time value={tweet.created_at} />
      </span>
      <span className="quoted-text" dir="auto">
        {tweet.content}
      </span>
    </Link>
  );
}
