import type { ReadyMedia } from "../data/media";
import { AltBadge } from "./AltBadge";
import { Animation } from "./Animation";
import { Photo } from "./Photo";
import { VideoPlayer } from "./VideoPlayer";
import { type GridLayout, layoutOf, sizesIn } from "./gridLayout";
import { view } from "./viewing";
import "./MediaGrid.css";

interface MediaGridProps {
  media: readonly ReadyMedia[];
  /** One of them could not be loaded. */
  onMissing?: () => void;
}

/** The pictures, GIF or video of a tweet. */
export function MediaGrid({ media, onMissing }: MediaGridProps) {
  const layout = layoutOf(media);
  return (
    <div className={`media-grid media-grid-${media.length}`} style={{ aspectRatio: layout.ratio, width: layout.width }}>
      {media.map((medium, index) => (
        <div key={medium.id} className="media-cell">
          <Medium media={media} index={index} layout={layout} onMissing={onMissing} />
          {medium.alt_text && medium.kind !== "video" ? <AltBadge text={medium.alt_text} /> : null}
        </div>
      ))}
    </div>
  );
}

interface MediumProps {
  media: readonly ReadyMedia[];
  index: number;
  layout: GridLayout;
  onMissing: (() => void) | undefined;
}

function Medium({ media, index, layout, onMissing }: MediumProps) {
  const medium = media[index];
  const cell = layout.cells[index];
  if (medium === undefined || cell === undefined) return null;
  if (medium.kind === "video") return <VideoPlayer video={medium} onMissing={onMissing} />;
  if (medium.kind === "gif") return <Animation gif={medium} onMissing={onMissing} />;
  return (
    <button type="button" className="media-open" aria-haspopup="dialog" onClick={() => view(media, index)}>
      <Photo
        sizes={medium.sizes}
        shownAt={sizesIn(cell, medium)}
        blurhash={medium.blurhash}
        focus={medium.focus}
        onMissing={onMissing}
        alt={medium.alt_text ?? `Picture ${index + 1} of ${media.length}, without a description`}
      />
    </button>
  );
}
