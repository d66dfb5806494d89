import type { MediaKind } from "../api/types";
import { counted } from "../ui/count";

/** A word for media, such as "pictures". */
export function whatIsIn(media: readonly { kind: MediaKind }[]): string {
  const kind = media[0]?.kind;
  if (kind === "video") return "video";
  if (kind === "gif") return "GIF";
  return media.length === 1 ? "picture" : "pictures";
}

/** The same with its number, to stand alone. */
export function howManyIn(media: readonly { kind: MediaKind }[]): string {
  if (media[0]?.kind === "image") return counted(media.length, "picture", "pictures");
  return media[0]?.kind === "gif" ? "GIF" : "Video";
}
