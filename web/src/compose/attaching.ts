import type { MediaEdit } from "../api/types";
import { loadCapabilities } from "../data/capabilities";
import type { Draft, DraftPart } from "../data/draftParts";
import { changeDraft, readDraft, type Target } from "../data/drafts";
import { uploads } from "../data/uploads";
import { kindOf, refusalOf, roomFor } from "../upload/limits";
import { uploader } from "../upload/uploading";

/** The tweet of a draft that media belong to. */
export interface Place {
  target: Target;
  part: number;
}

/** Starts to upload files for a tweet; returns why some of them are left out. */
export async function attach({ target, part }: Place, files: readonly File[]): Promise<string | undefined> {
  const limits = (await loadCapabilities()).media;
  const refusals = files.map((file) => refusalOf(file, limits));
  const accepted = files.filter((_, index) => refusals[index] === undefined);
  const attached = (readDraft(target).parts[part]?.media ?? []).map((key) => uploads.get(key)?.kind ?? "image");
  const { fits, problem } = roomFor(attached, accepted.map(kindOf), limits);
  const keys = accepted.slice(0, fits).map((file) => uploader.add(file, target.conversation === undefined ? "tweet" : "message"));
  changeMedia({ target, part }, (media) => [...media, ...keys]);
  return refusals.find((refusal) => refusal !== undefined) ?? problem;
}

export function detach(place: Place, key: string): void {
  uploader.remove(key);
  changeMedia(place, (media) => media.filter((each) => each !== key));
}

/** Moves an attachment to the place of another one, or by a step. */
export function move(place: Place, key: string, to: string | 1 | -1): void {
  changeMedia(place, (media) => {
    const at = media.indexOf(key);
    const goal = typeof to === "string" ? media.indexOf(to) : at + to;
    if (at < 0 || goal < 0 || goal >= media.length) return media;
    return media.toSpliced(at, 1).toSpliced(goal, 0, key);
  });
}

function changeMedia({ target, part }: Place, change: (media: readonly string[]) => readonly string[]): void {
  const changed = (each: DraftPart, index: number) => (index === part ? { ...each, media: change(each.media) } : each);
  changeDraft(target, (draft: Draft) => ({ ...draft, parts: draft.parts.map(changed) }));
}

/** The IDs of attachments, once all of them can be used. */
export function readyIds(keys: readonly string[]): Promise<string[]> {
  resumeAll(keys);
  return Promise.all(keys.map((key) => uploader.ready(key)));
}

/** Follows those of an earlier visit. */
export function resumeAll(keys: readonly string[]): void {
  for (const key of keys) uploader.resume(key);
}

export function retry(key: string): void {
  uploader.retry(key);
}

export function describe(key: string, edit: MediaEdit): void {
  uploader.edit(key, edit);
}

/** Cancels and deletes uploads. */
export function discardAll(keys: readonly string[]): void {
  for (const key of keys) uploader.remove(key);
}

/** Drops what only a draft needs. */
export function forgetAll(keys: readonly string[]): void {
  for (const key of keys) uploader.forget(key);
}
