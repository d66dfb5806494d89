import { useState } from "react";
import type { ImageSize } from "../api/types";
import { srcSetOf, urlFor } from "../ui/pictures";
import { Blur } from "./Blur";
import { positionOf } from "./gridLayout";
import "./Photo.css";

interface PhotoProps {
  sizes: readonly ImageSize[] | undefined;
  /** How wide it is shown, as the `sizes` of an image. */
  shownAt: string;
  blurhash: string | undefined;
  focus?: { x: number; y: number } | undefined;
  alt: string;
  /** It could not be loaded. */
  onMissing?: (() => void) | undefined;
}

/** Without a choice of sizes, browsers load this width. */
const USUAL_WIDTH = 680;

/** A picture that fills its place and is blurred until it is loaded. */
export function Photo({ sizes = [], shownAt, blurhash, focus, alt, onMissing }: PhotoProps) {
  const [failed, setFailed] = useState<string>();
  const whole = sizes.filter(({ name }) => name !== "thumb" || sizes.length === 1);
  const url = urlFor(whole, USUAL_WIDTH);
  const missing = failed !== undefined && failed === url;
  return (
    <span className="photo">
      <Blur hash={blurhash} />
      {missing ? <span className="photo-missing">{alt}</span> : null}
      {missing || whole.length === 0 ? null : (
        <img
          src={url}
          srcSet={srcSetOf(whole)}
          sizes={shownAt}
          alt={alt}
          loading="lazy"
          decoding="async"
          draggable={false}
          style={{ objectPosition: positionOf(focus) }}
          onError={() => {
            setFailed(url);
            onMissing?.();
          }}
        />
      )}
    </span>
  );
}
