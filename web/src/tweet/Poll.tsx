import { useEffect, useRef } from "react";
import type { Poll as PollOfTweet, Tweet } from "../api/types";
import { CheckIcon } from "../ui/icons";
import { exactTime, left } from "../ui/time";
import { useNow } from "../ui/useNow";
import { useMe } from "../data/me";
import { refreshTweets } from "../data/tweets";
import { PollChoice } from "./PollChoice";
import { leaders, percentages } from "./pollResults";
import "./Poll.css";

/** Timers are not exact, and neither are clocks. */
const AFTER_END = 1_500;

/** The poll of a tweet: a choice for those who may vote, then its results, as far as the reader may know them. */
export function Poll({ tweet, poll }: { tweet: Tweet; poll: PollOfTweet }) {
  const me = useMe();
  const box = useRef<HTMLDivElement>(null);
  useRefreshAtEnd(poll);
  const mayVote = me !== null && me.id !== tweet.author_id && !poll.ended && poll.own_choice === undefined;
  const hasResults = poll.options.some((option) => option.votes_count !== undefined);
  return (
    <div ref={box} className="poll" role="group" aria-label={poll.ended ? "Poll, final results" : "Poll"} tabIndex={-1}>
      {mayVote ? <PollChoice poll={poll} onVoted={() => box.current?.focus()} /> : hasResults ? <Results poll={poll} /> : <Options poll={poll} />}
      <Facts poll={poll} />
    </div>
  );
}

/** Reads the final results when the poll ends while it is shown. */
function useRefreshAtEnd({ id, ended, ends_at }: PollOfTweet): void {
  useEffect(() => {
    if (ended) return undefined;
    const timer = setTimeout(() => refreshTweets([id]), Math.max(0, Date.parse(ends_at) - Date.now()) + AFTER_END);
    return () => clearTimeout(timer);
  }, [id, ended, ends_at]);
}

function Results({ poll }: { poll: PollOfTweet }) {
  const votes = poll.options.map((option) => option.votes_count ?? 0);
  const shares = percentages(votes);
  const first = leaders(votes);
  return (
    <ul className="poll-results">
      {poll.options.map(({ text }, index) => (
        <li key={index} className={first.has(index) ? "poll-result poll-leader" : "poll-result"}>
          <span className="poll-bar" style={{ inlineSize: `${shares[index] ?? 0}%` }} aria-hidden="true" />
          <span className="poll-text">
            <bdi>{text}</bdi>
            {poll.own_choice === index ? (
              <>
                <CheckIcon />
                <span className="only-spoken">, your choice</span>
              </>
            ) : null}
          </span>
          <span className="poll-share">{((shares[index] ?? 0) / 100).toLocaleString(undefined, { style: "percent" })}</span>
        </li>
      ))}
    </ul>
  );
}

/** For those who can neither vote nor know the results. */
function Options({ poll }: { poll: PollOfTweet }) {
  return (
    <ul className="poll-results">
      {poll.options.map(({ text }, index) => (
        <li key={index} className="poll-result">
          <bdi className="poll-text">{text}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Facts({ poll }: { poll: PollOfTweet }) {
  const now = useNow();
  const count = poll.voters_count;
  return (
    <p className="poll-facts">
      {count.toLocaleString()} {count === 1 ? "vote" : "votes"} ·{" "}
      {poll.ended ? (
        "Final results"
      ) : (
        <time dateTime={poll.ends_at} title={exactTime(poll.ends_at)}>
          {left(poll.ends_at, now)}
        </time>
      )}
    </p>
  );
}
