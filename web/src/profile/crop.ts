export interface Size {
  width: number;
  height: number;
}

/** How a picture lies in a frame: how much it is enlarged, and how far it is moved, in widths of the frame. */
export interface Crop {
  zoom: number;
  x: number;
  y: number;
}

export const UNCROPPED: Crop = { zoom: 1, x: 0, y: 0 };
export const LARGEST_ZOOM = 4;

/** The size of the picture in widths of a frame of the given ratio, which it fills. */
function shown({ width, height }: Size, ratio: number, zoom: number): Size {
  const scale = Math.max(1 / width, 1 / ratio / height) * zoom;
  return { width: width * scale, height: height * scale };
}

/** The same within limits: the picture always fills the frame. */
export function held({ zoom, x, y }: Crop, source: Size, ratio: number): Crop {
  const bounded = Math.min(LARGEST_ZOOM, Math.max(1, zoom));
  const { width, height } = shown(source, ratio, bounded);
  const within = (value: number, most: number) => Math.min(most, Math.max(-most, value)) || 0;
  return { zoom: bounded, x: within(x, (width - 1) / 2), y: within(y, (height - 1 / ratio) / 2) };
}

/** The part of the picture within the frame, in its own pixels. */
export function areaOf({ zoom, x, y }: Crop, source: Size, ratio: number): { left: number; top: number } & Size {
  const { width, height } = shown(source, ratio, zoom);
  const scale = width / source.width;
  return {
    left: (width / 2 - 0.5 - x) / scale,
    top: (height / 2 - 1 / ratio / 2 - y) / scale,
    width: 1 / scale,
    height: 1 / ratio / scale,
  };
}

/** Where the picture is in its frame, as CSS. */
export function placeOf({ zoom, x, y }: Crop, source: Size, ratio: number): { width: string; left: string; top: string } {
  const { width, height } = shown(source, ratio, zoom);
  const percent = (share: number) => `${(100 * share).toFixed(3)}%`;
  return { width: percent(width), left: percent(0.5 + x - width / 2), top: percent(0.5 + (y - height / 2) * ratio) };
}
