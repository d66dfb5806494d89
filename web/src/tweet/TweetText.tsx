import { useMemo } from "react";
import { features } from "../api/features";
import type { Tweet } from "../api/types";
import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
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
  const segments = useMemo(() => segmentsOf(tweet.content, tweet.entities), [tweet.content, tweet.entities]);
  const first = lines === undefined ? undefined : firstLines(segments, lines);
  return (
    <>
      <p id={id} className="tweet-text" dir="auto">
        {(first ?? segments).map((segment, index) => (
          // A text does not change, so its segments keep their order.
          <TweetSegment key={index} segment={segment} />
        ))}
      </p>
      {first ? (
        <Link to={paths.tweet(tweet.id)} className="tweet-rest">
          Show more
        </Link>
      ) : null}
    </>
  );
}

function TweetSegment({ segment }: { segment: Segment }) {
  switch (segment.kind) {
    case "text":
      return segment.text;
    case "mention":
      // The @ stays in front of a name in a text that runs from right to left.
      return (
        <bdi>
          <Link to={paths.profile(segment.username)}>{segment.text}</Link>
        </bdi>
      );
    case "hashtag":
    case "cashtag":
      if (!features.search) return <span className="tag">{segment.text}</span>;
      return <Link to={paths.search(segment.text)}>{segment.text}</Link>;
    case "url":
      return (
        <bdi>
          <a href={segment.url} title={segment.url} target="_blank" rel="noopener nofollow">
            {segment.text}
          </a>
        </bdi>
      );
  }
}
