import type { Capabilities, MediaKind } from "../api/types";

export type Limits = Capabilities["media"];

/** What is needed to know of a file. */
export interface FileFacts {
  name: string;
  type: string;
  size: number;
}

/** Types by extension, for files whose type the browser does not know. */
const types: Partial<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  mp4: "video/mp4",
  m4v: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
};

export function typeOf({ type, name }: FileFacts): string {
  if (type !== "") return type.toLowerCase();
  return types[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "";
}

/** The server looks at the content, so a GIF may turn out to be a picture. */
export function kindOf(file: FileFacts): MediaKind {
  const type = typeOf(file);
  if (type.startsWith("video/")) return "video";
  return type === "image/gif" ? "gif" : "image";
}

const nouns: Record<MediaKind, string> = { image: "picture", gif: "GIF", video: "video" };

/** Why the server would reject a file, if it is known before the upload. */
export function refusalOf(file: FileFacts, limits: Limits): string | undefined {
  if (!limits.types.includes(typeOf(file))) return `Not a supported file: ${file.name}. You can add ${listOf(limits.types)}.`;
  const kind = kindOf(file);
  const most = limits[kind]?.max_bytes;
  if (file.size === 0) return `This file is empty: ${file.name}.`;
  if (most === undefined || file.size <= most) return undefined;
  return `This ${nouns[kind]} is too large (${bytes(file.size)}): ${file.name}. The limit is ${bytes(most)}.`;
}

/** What a tweet or message can have, in words. */
export function offerOf(limits: Limits): string {
  const offers = [`${limits.max_images} pictures`];
  if (limits.kinds.includes("gif")) offers.push("1 GIF");
  if (limits.kinds.includes("video")) offers.push("1 video");
  return `You can add ${offers.join(", or ")}.`;
}

/** How many files of a tweet's new ones it can have, and why not all. */
export function roomFor(attached: readonly MediaKind[], added: readonly MediaKind[], limits: Limits): { fits: number; problem?: string } {
  const kinds = [...attached, ...added];
  const most = kinds.every((kind) => kind === "image") ? limits.max_images : 1;
  const mixes = attached.length > 0 && most === 1;
  const fits = mixes ? 0 : Math.max(0, most - attached.length);
  return added.length <= fits ? { fits } : { fits, problem: offerOf(limits) };
}

/** The names of file types, such as "JPEG, PNG or MP4". */
function listOf(all: readonly string[]): string {
  const names = all.map((type) => (type === "video/quicktime" ? "MOV" : (type.split("/")[1] ?? type).toUpperCase()));
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}

const MEGABYTE = 1_000_000;

function bytes(count: number): string {
  if (count < MEGABYTE) return `${Math.ceil(count / 1_000)} KB`;
  const megabytes = count / MEGABYTE;
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}
