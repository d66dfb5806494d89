import { Records } from "../api/records";
import type { Media, Tweet } from "../api/types";

/** The media that responses and the stream contained, by ID: those of tweets, and the user's own uploads. */
export const media = new Records<Media>();

export function absorbMedia(list: readonly Media[]): void {
  for (const medium of list) media.set(medium.id, medium);
}

/** Media of a tweet that can be shown: they are known, and their files are there. */
export type ReadyMedia = Media & Required<Pick<Media, "kind" | "width" | "height">>;

/** The media of a tweet, which came with it and do not change. */
export function mediaOf({ media_ids: ids = [] }: Pick<Tweet, "media_ids">): readonly ReadyMedia[] {
  return ids.flatMap((id) => media.get(id) ?? []).filter(isReady);
}

export function isReady(medium: Media): medium is ReadyMedia {
  return medium.kind !== undefined && medium.width !== undefined && medium.height !== undefined;
}
