import type { MediaKind } from "../api/types";

/** The dimensions of a picture or video. */
export interface Shape {
  width: number;
  height: number;
  kind?: MediaKind;
}

/** The cells of a grid: the shape of the whole as width by height, and the largest width of a single one as CSS. */
export interface GridLayout {
  ratio: number;
  width?: string;
  /** For each cell, its share of the grid's width, and its own ratio. */
  cells: readonly { share: number; ratio: number }[];
}

const HIGHEST_REM = 30;
const NARROWEST_REM = { image: 14, gif: 24, video: 24 };
const SINGLE = { lowest: 9 / 16, highest: 3 };
const PAIR = { lowest: 2 / 3, highest: 1 };

/** Places up to four pictures before any of them is loaded, so that the page does not move when they are. */
export function layoutOf(shapes: readonly Shape[]): GridLayout {
  const ratios = shapes.map(({ width, height }) => width / height);
  const [first, second] = shapes;
  if (first === undefined) return { ratio: 1, cells: [] };
  if (second === undefined) return single(first);
  if (shapes.length === 2) {
    const ratio = between(PAIR, Math.sqrt((ratios[0] ?? 1) * (ratios[1] ?? 1)));
    return { ratio: ratio * 2, cells: [half(ratio), half(ratio)] };
  }
  if (shapes.length === 3) return { ratio: 3 / 2, cells: [half(3 / 4), half(3 / 2), half(3 / 2)] };
  return { ratio: 3 / 2, cells: shapes.map(() => half(3 / 2)) };
}

/** The whole picture, unless it is very long; not much larger than it is. */
function single({ width, height, kind = "image" }: Shape): GridLayout {
  const ratio = between(SINGLE, width / height);
  const highest = `${(ratio * HIGHEST_REM).toFixed(2)}rem`;
  return { ratio, width: `min(100%, ${highest}, max(${NARROWEST_REM[kind]}rem, ${width}px))`, cells: [{ share: 1, ratio }] };
}

const half = (ratio: number) => ({ share: 0.5, ratio });

function between({ lowest, highest }: { lowest: number; highest: number }, ratio: number): number {
  return Math.min(highest, Math.max(lowest, ratio));
}

/** The widths of the column of tweets, less what is beside a picture. */
const COLUMN = { wide: 530, besidePhone: 86 };

/** The `sizes` of a picture that fills its cell and is cut off: it is wider than the cell if its shape is wider. */
export function sizesIn(cell: { share: number; ratio: number }, shape: Shape): string {
  const scale = cell.share * Math.max(1, shape.width / shape.height / cell.ratio);
  const phone = `calc(${(100 * scale).toFixed(0)}vw - ${Math.round(COLUMN.besidePhone * scale)}px)`;
  return `(min-width: 40rem) ${Math.round(COLUMN.wide * scale)}px, ${phone}`;
}

/** The position of a picture that keeps its focus point in sight, which is from -1 at the left and bottom to 1. */
export function positionOf(focus: { x: number; y: number } | undefined): string {
  if (focus === undefined) return "50% 50%";
  const percent = (share: number) => `${Math.round(share * 50 + 50)}%`;
  return `${percent(focus.x)} ${percent(-focus.y)}`;
}
