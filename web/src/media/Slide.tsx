import type { ReadyMedia } from "../data/media";
import { averageColor } from "../ui/blurhash";
import { srcSetOf, urlFor } from "../ui/pictures";
import type { Zoom } from "./zoom";

interface SlideProps {
  picture: ReadyMedia;
  number: string;
  isShown: boolean;
  isLoaded: boolean;
  zoom: Zoom | undefined;
}

/** More pixels are worth loading for an enlarged picture. */
const LARGE = 2_048;

/** A picture in the viewer, as large as the window permits. */
export function Slide({ picture, number, isShown, isLoaded, zoom }: SlideProps) {
  const sizes = (picture.sizes ?? []).filter(({ name }) => name !== "thumb");
  const { scale = 1, x = 0, y = 0 } = zoom ?? {};
  return (
    <div className="viewer-slide" aria-hidden={!isShown}>
      {isLoaded ? (
        <img
          src={urlFor(sizes, LARGE)}
          srcSet={srcSetOf(sizes)}
          sizes={scale > 1 ? `${LARGE}px` : "100vw"}
          width={picture.width}
          height={picture.height}
          alt={picture.alt_text ?? `Picture ${number}, without a description`}
          decoding="async"
          draggable={false}
          style={{
            backgroundColor: picture.blurhash === undefined ? undefined : averageColor(picture.blurhash),
            transform: `translate(${x}px, ${y}px) scale(${scale})`,
          }}
        />
      ) : null}
    </div>
  );
}
