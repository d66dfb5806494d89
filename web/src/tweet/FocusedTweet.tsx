import { useId } from "react";
import type { Tweet } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { shortCount } from "../ui/count";
import { type EngagementList, paths } from "../ui/paths";
import { exactTime } from "../ui/time";
import { useSight } from "../data/missing";
import type { TweetRecord } from "../data/tweets";
import { useUser } from "../data/users";
import { useWatched } from "../data/watching";
import { useOpened } from "../impression/useOpened";
import { useSeen } from "../impression/useSeen";
import { EditedMark } from "./EditedMark";
import { QuotedTweet } from "./QuotedTweet";
import { TombstoneRow } from "./TombstoneRow";
import { TweetActions } from "./TweetActions";
import { TweetBody } from "./TweetBody";
import { TweetMenu } from "./TweetMenu";
import "./FocusedTweet.css";

/** The tweet that a page is about: larger, with its exact time and counts. */
export function FocusedTweet({ id, hasAbove }: { id: string; hasAbove: boolean }) {
  const { record, absence } = useSight(id);
  // Who opens the page of a muted user's tweet wants to see it.
  const isThere = absence === undefined || absence === "muted";
  if (record === undefined || !isThere) return <TombstoneRow id={id} absence={absence ?? "unknown"} />;
  return <Focused record={record} hasAbove={hasAbove} />;
}

function Focused({ record: { tweet, marks }, hasAbove }: { record: TweetRecord; hasAbove: boolean }) {
  const author = useUser(tweet.author_id);
  const textId = useId();
  useWatched(tweet.id);
  useOpened(tweet);
  const seen = useSeen(tweet);
  const profile = paths.profile(author?.username);
  return (
    <article
      ref={seen}
      className={`focused ${hasAbove ? "focused-below" : ""}`}
      data-row={tweet.id}
      data-tweet={tweet.id}
      tabIndex={-1}
      aria-label={`Tweet by ${author?.display_name ?? "someone"}`}
      aria-describedby={textId}
    >
      <header className="focused-head">
        <Link to={profile} tabIndex={-1} aria-hidden="true">
          <Avatar user={author} />
        </Link>
        <Link to={profile} className="focused-author">
          <bdi className="name">{author?.display_name}</bdi>
          <span className="handle">@{author?.username}</span>
        </Link>
        <TweetMenu tweet={tweet} author={author} />
      </header>
      <TweetBody tweet={tweet} id={textId} />
      {tweet.quote_of_id ? <QuotedTweet id={tweet.quote_of_id} /> : null}
      <p className="focused-time">
        <time dateTime={tweet.created_at}>{exactTime(tweet.created_at)}</time> <EditedMark tweet={tweet} />
      </p>
      {tweet.replies === undefined ? null : (
        <p className="focused-replies">
          {tweet.replies === "followees"
            ? "People the author follows or mentions can reply."
            : "Only people the author mentions can reply."}
        </p>
      )}
      <EngagementLinks tweet={tweet} />
      <TweetActions tweet={tweet} marks={marks} />
    </article>
  );
}

function EngagementLinks({ tweet }: { tweet: Tweet }) {
  const { retweets, quotes, likes } = tweet.counts;
  const links: { list: EngagementList; count: number; label: string }[] = [
    { list: "retweets", count: retweets, label: retweets === 1 ? "retweet" : "retweets" },
    { list: "quotes", count: quotes, label: quotes === 1 ? "quote" : "quotes" },
    { list: "likes", count: likes, label: likes === 1 ? "like" : "likes" },
  ];
  const shown = links.filter((link) => link.count > 0);
  if (shown.length === 0) return null;
  return (
    <p className="focused-counts">
      {shown.map(({ list, count, label }) => (
        <Link key={list} to={paths.engagement(tweet.id, list)}>
          <strong>{shortCount(count)}</strong> {label}
        </Link>
      ))}
    </p>
  );
}
