import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { FileImage } from "../ui/FileImage";
import { type Crop, held, LARGEST_ZOOM, placeOf, type Size, UNCROPPED } from "./crop";
import { cutOut } from "./cutOut";
import "./Cropper.css";

interface CropperProps {
  title: string;
  file: File;
  ratio: number;
  /** The width of the result in pixels. */
  width: number;
  onDone: (file: File) => void;
  onClose: () => void;
}

const STEP = 0.03;

/** Lets the user choose the part of a picture that is shown. It is outside of the form that it belongs to. */
export default function Cropper({ title, file, ratio, width, onDone, onClose }: CropperProps) {
  const picture = useRef<HTMLImageElement>(undefined);
  const from = useRef<{ x: number; y: number }>(undefined);
  const [size, setSize] = useState<Size>();
  const [crop, setCrop] = useState(UNCROPPED);
  const [isUnreadable, setUnreadable] = useState(false);

  const change = (wanted: Partial<Crop>) => {
    if (size) setCrop(held({ ...crop, ...wanted }, size, ratio));
  };
  const dragged = (event: PointerEvent) => {
    if (from.current === undefined) return;
    const { clientWidth } = event.currentTarget;
    change({ x: crop.x + (event.clientX - from.current.x) / clientWidth, y: crop.y + (event.clientY - from.current.y) / clientWidth });
    from.current = { x: event.clientX, y: event.clientY };
  };
  const pressed = (event: KeyboardEvent) => {
    const by = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    change({ x: crop.x + (by[0] ?? 0), y: crop.y + (by[1] ?? 0) });
  };
  const use = async () => {
    if (picture.current && size) onDone(await cutOut(picture.current, { crop, size, ratio, width }, file));
  };

  return createPortal(
    <Dialog title={title} onClose={onClose} className="cropping">
      {isUnreadable ? (
        <p role="alert">Your browser can't show this file. Choose another picture.</p>
      ) : (
        <>
          <button
            type="button"
            className={ratio === 1 ? "crop-frame" : "crop-frame crop-frame-wide"}
            aria-label="Move the picture: drag it, or use the arrow keys"
            data-autofocus
            style={{ aspectRatio: ratio }}
            onKeyDown={pressed}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              from.current = { x: event.clientX, y: event.clientY };
            }}
            onPointerMove={dragged}
            onPointerUp={() => (from.current = undefined)}
            onPointerCancel={() => (from.current = undefined)}
          >
            <FileImage
              file={file}
              draggable={false}
              style={size ? placeOf(crop, size, ratio) : { visibility: "hidden" }}
              onLoad={({ currentTarget }) => {
                picture.current = currentTarget;
                setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight });
              }}
              onError={() => setUnreadable(true)}
            />
            <span className={ratio === 1 ? "crop-hole crop-hole-avatar" : "crop-hole"} />
          </button>
          <label className="crop-zoom">
            Zoom
            <input
              type="range"
              min={1}
              max={LARGEST_ZOOM}
              step={0.05}
              value={crop.zoom}
              onChange={({ target }) => change({ zoom: Number(target.value) })}
            />
          </label>
        </>
      )}
      <div className="dialog-buttons">
        <Button onClick={onClose}>Cancel</Button>
        {isUnreadable ? null : (
          <Button look="primary" disabled={size === undefined} onClick={() => void use()}>
            Use picture
          </Button>
        )}
      </div>
    </Dialog>,
    document.body,
  );
}
