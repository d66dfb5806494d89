import { counted } from "../ui/count";
import { useHashtag } from "../data/search";
import "./HashtagHead.css";

/** A hashtag, in the form that most people write, and how many tweets have it. */
export function HashtagHead({ tag }: { tag: string }) {
  const hashtag = useHashtag(tag);
  return (
    <header className="hashtag-head">
      <h2>
        <bdi>#{hashtag?.tag ?? tag}</bdi>
      </h2>
      <p role="status">{hashtag === undefined ? "" : hashtag.tweets_count === 0 ? "No tweets yet" : counted(hashtag.tweets_count, "tweet", "tweets")}</p>
    </header>
  );
}
