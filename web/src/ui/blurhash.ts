const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

/** The shortest hash: its size, its contrast and its average color. */
const SHORTEST = 6;

/** Decodes a blurred preview (blurha.sh) to pixels of red, green, blue and alpha; undefined if it is malformed. */
export function decodeBlurhash(hash: string, width: number, height: number): Uint8ClampedArray<ArrayBuffer> | undefined {
  const parsed = parse(hash);
  if (parsed === undefined) return undefined;
  const across = waves(parsed.columns, width);
  const down = waves(parsed.rows, height);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = colorAt(parsed, across[x] ?? [], down[y] ?? []);
      pixels.set([...color.map(toByte), 255], (y * width + x) * 4);
    }
  }
  return pixels;
}

/** The average color of the picture, for CSS. */
export function averageColor(hash: string): string | undefined {
  if (hash.length < SHORTEST) return undefined;
  const color = number(hash, 2, 6);
  return Number.isNaN(color) ? undefined : `#${color.toString(16).padStart(6, "0")}`;
}

type Color = readonly [number, number, number];

interface Parsed {
  columns: number;
  rows: number;
  /** The average, then one color for each wave. */
  colors: readonly Color[];
}

function parse(hash: string): Parsed | undefined {
  const size = number(hash, 0, 1);
  const columns = (size % 9) + 1;
  const rows = Math.floor(size / 9) + 1;
  if (hash.length !== 4 + 2 * columns * rows || hash.split("").some((digit) => !DIGITS.includes(digit))) return undefined;
  const contrast = (number(hash, 1, 2) + 1) / 166;
  const average = number(hash, 2, 6);
  const colors: Color[] = [[toLinear(average >> 16), toLinear((average >> 8) & 255), toLinear(average & 255)]];
  for (let at = SHORTEST; at < hash.length; at += 2) {
    const wave = number(hash, at, at + 2);
    colors.push([amplitude(Math.floor(wave / 361), contrast), amplitude(Math.floor(wave / 19) % 19, contrast), amplitude(wave % 19, contrast)]);
  }
  return { columns, rows, colors };
}

function number(hash: string, from: number, to: number): number {
  let value = 0;
  for (const digit of hash.slice(from, to)) value = value * 83 + (DIGITS.includes(digit) ? DIGITS.indexOf(digit) : NaN);
  return value;
}

function amplitude(digit: number, contrast: number): number {
  const share = (digit - 9) / 9;
  return Math.sign(share) * share * share * contrast;
}

/** For each pixel, the height of each wave. */
function waves(count: number, length: number): number[][] {
  return Array.from({ length }, (_, pixel) =>
    Array.from({ length: count }, (__, wave) => Math.cos((Math.PI * pixel * wave) / length)),
  );
}

function colorAt({ columns, colors }: Parsed, across: readonly number[], down: readonly number[]): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (const [index, [red, green, blue]] of colors.entries()) {
    const share = (across[index % columns] ?? 0) * (down[Math.floor(index / columns)] ?? 0);
    sum[0] += red * share;
    sum[1] += green * share;
    sum[2] += blue * share;
  }
  return sum;
}

function toLinear(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function toByte(linear: number): number {
  const share = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055));
}
