import { type SyntheticEvent, useState } from "react";
import type { ReadyMedia } from "../data/media";
import { urlFor } from "../ui/pictures";
import { duration } from "./duration";

/** The poster covers the column. */
const POSTER_WIDTH = 1_000;

let playing: HTMLVideoElement | undefined;

/** Only one video plays at a time. */
function playAlone({ currentTarget: video }: SyntheticEvent<HTMLVideoElement>): void {
  if (playing !== video) playing?.pause();
  playing = video;
}

/** A video with the browser's controls. Nothing but its poster is loaded before it is played. */
export function VideoPlayer({ video, onMissing }: { video: ReadyMedia; onMissing?: (() => void) | undefined }) {
  const [started, setStarted] = useState(false);
  return (
    <>
      {/* Authors describe a video in its alternative text; there are no captions. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        controls
        playsInline
        preload="none"
        src={video.video?.url}
        poster={urlFor(video.poster ?? [], POSTER_WIDTH)}
        aria-label={video.alt_text ?? "Video without a description"}
        onError={onMissing}
        onPlay={(event) => {
          setStarted(true);
          playAlone(event);
        }}
      />
      {started || video.duration_ms === undefined ? null : (
        <span className="media-badge media-length">{duration(video.duration_ms)}</span>
      )}
    </>
  );
}
