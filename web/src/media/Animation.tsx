import { type RefObject, useEffect, useRef, useState } from "react";
import type { ReadyMedia } from "../data/media";
import { PauseIcon, PlayIcon } from "../ui/icons";
import { urlFor } from "../ui/pictures";
import { useMedia } from "../ui/useMedia";
import "./Animation.css";

const POSTER_WIDTH = 680;

/** How much of it must be in sight to play. */
const SEEN = 0.5;

/** A GIF: it plays while it is in sight, if the reader welcomes motion and has not paused it. */
export function Animation({ gif, onMissing }: { gif: ReadyMedia; onMissing?: (() => void) | undefined }) {
  const video = useRef<HTMLVideoElement>(null);
  const welcome = !useMedia("(prefers-reduced-motion: reduce)");
  const [chosen, setChosen] = useState<boolean>();
  const isSeen = useSeen(video);
  const plays = isSeen && (chosen ?? welcome);

  useEffect(() => {
    // The browser may refuse to play, to save energy for example.
    if (plays) video.current?.play().catch(() => undefined);
    else video.current?.pause();
  }, [plays]);

  return (
    <>
      <video
        ref={video}
        muted
        loop
        playsInline
        disablePictureInPicture
        preload="none"
        src={gif.video?.url}
        poster={urlFor(gif.poster ?? [], POSTER_WIDTH)}
        onError={onMissing}
        aria-label={gif.alt_text ?? "GIF without a description"}
      />
      <button
        type="button"
        className="media-badge animation-button"
        aria-label={plays ? "Pause GIF" : "Play GIF"}
        onClick={() => setChosen(!plays)}
      >
        {plays ? <PauseIcon /> : <PlayIcon />} GIF
      </button>
    </>
  );
}

function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? false), { threshold: SEEN });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return seen;
}
