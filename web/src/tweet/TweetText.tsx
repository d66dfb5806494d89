import { type ReactNode, useMemo } from "react";
import type { Tweet } from "../api/types";
import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
import { useSearchesTweets } from "../data/searching";
import { useHighlight } from "./highlights";
import { firstLines, type Segment, segmentsOf } from "./segments";
import "./TweetText.css";

interface TweetTextProps {
  tweet: Tweet;
  /** The most lines to show, if not all; a link leads to the rest. */
  lines?: number | undefined;
  id?: string | undefined;
}

/** The text of a tweet, as text; links only where the API's entities say so. */
export function TweetText({ tweet, lines, id }: TweetTextProps) {
  const marked = useHighlight(tweet.id);
  const segments = useMemo(() => segmentsOf(tweet.content, tweet.entities, marked), [tweet.content, tweet.entities, marked]);
  const first = lines === undefined ? undefined : firstLines(segments, lines);
  return (
    <>
      <p id={id} className="tweet-text" dir="auto">
        <Segments segments={first ?? segments} />
      </p>
      {first ? (
        <Link to={paths.tweet(tweet.id)} className="tweet-rest">
          Show more
        </Link>
      ) : null}
    </>
  );
}

/** A text with its links. */
export function Segments({ segments }: { segments: readonly Segment[] }) {
  // A text does not change, so its segments keep their order.
  return segments.map((segment, index) => <TweetSegment key={index} segment={segment} />);
}

function TweetSegment({ segment }: { segment: Segment }) {
  const text = segment.isMarked ? <mark>{segment.text}</mark> : segment.text;
  switch (segment.kind) {
    case "text":
      return text;
    case "mention":
      // The @ stays in front of a name in a text that runs from right to left.
      return (
        <bdi>
          <Link to={paths.profile(segment.username)}>{text}</Link>
        </bdi>
      );
    case "hashtag":
    case "cashtag":
      return <Tag words={segment.text}>{text}</Tag>;
    case "url":
      return (
        <bdi>
          <a href={segment.url} title={segment.url} target="_blank" rel="noopener nofollow">
            {text}
          </a>
        </bdi>
      );
  }
}

/** A hashtag or cashtag leads to the tweets that have it. */
function Tag({ words, children }: { words: string; children: ReactNode }) {
  if (!useSearchesTweets()) return <span className="tag">{children}</span>;
  return <Link to={paths.search(words)}>{children}</Link>;
}
