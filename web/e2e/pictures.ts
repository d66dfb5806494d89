import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateSync } from "node:zlib";

type Color = readonly [number, number, number];

/** A file to choose, drop or paste. */
export interface TestFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A PNG that goes from one color at the top left to another at the bottom right. */
export function picture(name: string, width: number, height: number, from: Color, to: Color): TestFile {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const share = (x / width + y / height) / 2;
      const at = y * (1 + 3 * width) + 1 + 3 * x;
      for (let part = 0; part < 3; part++) rows[at + part] = (from[part] ?? 0) * (1 - share) + (to[part] ?? 0) * share;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return { name, mimeType: "image/png", buffer: Buffer.concat([signature, ...chunks]) };
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const result = Buffer.alloc(named.length + 8);
  result.writeUInt32BE(content.length, 0);
  named.copy(result, 4);
  result.writeUInt32BE(checksum(named), named.length + 4);
  return result;
}

function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** Four pictures of different shapes. */
export const fourPictures: readonly TestFile[] = [
  picture("dawn.png", 640, 360, [250, 200, 140], [120, 50, 60]),
  picture("moss.png", 360, 640, [200, 220, 160], [40, 80, 50]),
  picture("sky.png", 500, 500, [190, 220, 250], [40, 70, 130]),
  picture("plum.png", 900, 400, [230, 200, 230], [80, 30, 90]),
];

/** Two seconds of a test picture, made by ffmpeg. */
export async function clip(name: string, type: "gif" | "mp4"): Promise<TestFile> {
  const folder = await mkdtemp(join(tmpdir(), "roost-clip-"));
  try {
    const file = join(folder, name);
    const format = type === "gif" ? [] : ["-pix_fmt", "yuv420p"];
    await promisify(execFile)("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc=duration=2:size=320x180:rate=10", ...format, file]);
    return { name, mimeType: type === "gif" ? "image/gif" : "video/mp4", buffer: await readFile(file) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A small picture. */
export const one = picture("one.png", 400, 300, [250, 230, 200], [150, 80, 40]);
