import type { ReactNode } from "react";
import type { Tweet } from "../api/types";
import { Menu } from "../ui/Menu";
import { counted, shortCount } from "../ui/count";
import { BookmarkIcon, HeartIcon, QuoteIcon, ReplyIcon, RetweetIcon } from "../ui/icons";
import { openComposer } from "../data/composer";
import type { TweetRecord } from "../data/tweets";
import { ifLoggedIn } from "../session/ifLoggedIn";
import { toggle } from "./engage";
import "./TweetActions.css";

/** The buttons of a tweet, with their counts. */
export function TweetActions({ tweet, marks }: Pick<TweetRecord, "tweet" | "marks">) {
  const { counts } = tweet;
  return (
    <div className="tweet-actions">
      <Action
        label={`Reply, ${counted(counts.replies, "reply", "replies")}`}
        count={counts.replies}
        onClick={() => ifLoggedIn(() => openComposer({ replyTo: tweet.id }))}
      >
        <ReplyIcon />
      </Action>
      <RetweetMenu tweet={tweet} retweeted={marks.retweeted} />
      <Action
        label={`Like, ${counted(counts.likes, "like", "likes")}`}
        count={counts.likes}
        pressed={marks.liked}
        className="action-like"
        onClick={() => ifLoggedIn(() => void toggle(tweet.id, "liked"))}
      >
        <HeartIcon filled={marks.liked} />
      </Action>
      <Action
        label="Bookmark"
        className="action-bookmark"
        pressed={marks.bookmarked}
        onClick={() => ifLoggedIn(() => void toggle(tweet.id, "bookmarked"))}
      >
        <BookmarkIcon filled={marks.bookmarked} />
      </Action>
    </div>
  );
}

function RetweetMenu({ tweet, retweeted }: { tweet: Tweet; retweeted: boolean }) {
  const retweets = tweet.counts.retweets + tweet.counts.quotes;
  return (
    <Menu
      label={`${retweeted ? "Retweeted" : "Retweet"}, ${counted(retweets, "retweet", "retweets")}`}
      className="action action-retweet"
      pressed={retweeted}
      align="start"
      items={() => [
        {
          label: retweeted ? "Undo retweet" : "Retweet",
          icon: <RetweetIcon />,
          run: () => ifLoggedIn(() => void toggle(tweet.id, "retweeted")),
        },
        { label: "Quote", icon: <QuoteIcon />, run: () => ifLoggedIn(() => openComposer({ quoteOf: tweet.id })) },
      ]}
    >
      <RetweetIcon />
      <ActionCount count={retweets} />
    </Menu>
  );
}

interface ActionProps {
  label: string;
  count?: number;
  pressed?: boolean;
  className?: string;
  onClick: () => void;
  children: ReactNode;
}

function Action({ label, count, pressed, className = "", onClick, children }: ActionProps) {
  return (
    <button
      type="button"
      className={`action ${className}`}
      aria-label={label}
      title={label.split(",")[0]}
      aria-pressed={pressed}
      data-pressed={pressed}
      onClick={onClick}
    >
      {children}
      {count === undefined ? null : <ActionCount count={count} />}
    </button>
  );
}

function ActionCount({ count }: { count: number }) {
  return <span className="action-count">{count === 0 ? "" : shortCount(count)}</span>;
}
