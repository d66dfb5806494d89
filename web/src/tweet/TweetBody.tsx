import { useCell } from "../api/cell";
import { useRecord } from "../api/records";
import type { Tweet } from "../api/types";
import { Button } from "../ui/Button";
import { mediaPreferences, openedTweets, setOpened } from "../data/mediaPreferences";
import { TweetMedia } from "../media/TweetMedia";
import { LinkCard } from "./LinkCard";
import { Poll } from "./Poll";
import { TweetText } from "./TweetText";
import "./TweetBody.css";

interface TweetBodyProps {
  tweet: Tweet;
  /** The most lines of text to show, if not all. */
  lines?: number;
  /** The ID of the element that says what the tweet is about. */
  id?: string;
  /** Whether to show the page behind a link. */
  card?: boolean;
}

/** What an author wrote and attached. A content warning hides it until the reader opens it. */
export function TweetBody({ tweet, lines, id, card = true }: TweetBodyProps) {
  const isOpened = useRecord(openedTweets, tweet.id) ?? false;
  const { alwaysShow } = useCell(mediaPreferences);
  const warning = tweet.content_warning;
  if (warning === undefined) return <Content tweet={tweet} lines={lines} id={id} card={card} />;
  const isOpen = isOpened || alwaysShow;
  return (
    <>
      <div className="tweet-warning">
        <p id={isOpen ? undefined : id} dir="auto">
          <span className="only-spoken">Content warning: </span>
          {warning}
        </p>
        {alwaysShow ? null : (
          <Button aria-expanded={isOpen} onClick={() => setOpened(tweet.id, !isOpen)}>
            {isOpen ? "Hide" : "Show"}
          </Button>
        )}
      </div>
      {isOpen ? <Content tweet={tweet} lines={lines} id={id} card={card} /> : null}
    </>
  );
}

interface ContentProps {
  tweet: Tweet;
  lines: number | undefined;
  id: string | undefined;
  card: boolean;
}

function Content({ tweet, lines, id, card }: ContentProps) {
  const hasText = tweet.content !== "";
  return (
    <>
      {hasText ? <TweetText tweet={tweet} lines={lines} id={id} /> : null}
      <TweetMedia tweet={tweet} id={hasText ? undefined : id} />
      {tweet.poll ? <Poll tweet={tweet} poll={tweet.poll} /> : null}
      {card && tweet.media_ids === undefined ? <LinkCard tweet={tweet} /> : null}
    </>
  );
}
