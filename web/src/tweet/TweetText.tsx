import { useMemo } from "react";
import { features } from "../api/features";
import type { Tweet } from "../api/types";
import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
import { type Segment, segmentsOf } from "./segments";
import "./TweetText.css";

/** The text of a tweet, as text; links only where the API's entities say so. */
export function TweetText({ tweet }: { tweet: Tweet }) {
  const segments = useMemo(() => segmentsOf(tweet.content, tweet.entities), [tweet.content, tweet.entities]);
  return (
    <p className="tweet-text" dir="auto">
      {segments.map((segment, index) => (
        // A text does not change, so its segments keep their order.
        <TweetSegment key={index} segment={segment} />
      ))}
    </p>
  );
}

function TweetSegment({ segment }: { segment: Segment }) {
  switch (segment.kind) {
    case "text":
      return segment.text;
    case "mention":
      return <Link to={paths.profile(segment.username)}>{segment.text}</Link>;
    case "hashtag":
    case "cashtag":
      if (!features.search) return <span className="tag">{segment.text}</span>;
      return <Link to={paths.search(segment.text)}>{segment.text}</Link>;
    case "url":
      return (
        <a href={segment.url} target="_blank" rel="noopener nofollow">
          {segment.text}
        </a>
      );
  }
}
