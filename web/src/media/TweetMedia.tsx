import { useCell } from "../api/cell";
import { useRecord } from "../api/records";
import type { Tweet } from "../api/types";
import { Button } from "../ui/Button";
import { EyeIcon } from "../ui/icons";
import { mediaOf, type ReadyMedia } from "../data/media";
import { mediaPreferences, openedTweets, setOpened } from "../data/mediaPreferences";
import { Blur } from "./Blur";
import { MediaGrid } from "./MediaGrid";
import { layoutOf } from "./gridLayout";
import { whatIsIn } from "./words";
import "./TweetMedia.css";

/** The media of a tweet, hidden until the reader opens them if they are sensitive. */
export function TweetMedia({ tweet, id }: { tweet: Tweet; id?: string | undefined }) {
  const isOpened = useRecord(openedTweets, tweet.id) ?? false;
  const { alwaysShow } = useCell(mediaPreferences);
  const media = mediaOf(tweet);
  if (media.length === 0) return null;
  const isSensitive = tweet.sensitive ?? false;
  const isHidden = isSensitive && !isOpened && !alwaysShow;
  // A content warning has a button of its own.
  const mayHide = isSensitive && isOpened && !alwaysShow && tweet.content_warning === undefined;
  return (
    <div id={id} className="tweet-media">
      {isHidden ? <Veil media={media} onShow={() => setOpened(tweet.id, true)} /> : <MediaGrid media={media} />}
      {mayHide ? (
        <Button className="media-hide" onClick={() => setOpened(tweet.id, false)}>
          Hide
        </Button>
      ) : null}
    </div>
  );
}

/** The colors of the media, in the same place. */
function Veil({ media, onShow }: { media: readonly ReadyMedia[]; onShow: () => void }) {
  const layout = layoutOf(media);
  return (
    <div className="media-veiled">
      <div className={`media-grid media-grid-${media.length}`} style={{ aspectRatio: layout.ratio, width: layout.width }}>
        {media.map((medium) => (
          <div key={medium.id} className="media-cell">
            <span className="photo">
              <Blur hash={medium.blurhash} />
            </span>
          </div>
        ))}
        <div className="media-veil">
          <p>Sensitive {whatIsIn(media)}</p>
          <Button onClick={onShow}>
            <EyeIcon /> Show
          </Button>
        </div>
      </div>
    </div>
  );
}
