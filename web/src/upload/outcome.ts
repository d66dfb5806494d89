import { describe, statusOf } from "../api/problem";
import type { Media } from "../api/types";
import { type Upload, uploads } from "../data/uploads";

/** The server rejects the same file again. */
export function mayRetry(error: unknown): boolean {
  return ![413, 415, 422].includes(statusOf(error) ?? 0);
}

/** Why an upload failed, in few words if the connection is to blame, of which another sign tells. */
export function reasonOf(error: unknown): string {
  return statusOf(error) === undefined ? "Upload failed." : describe(error);
}

/** What the server found out, and for an upload of an earlier visit, what it has. */
export function factsOf({ kind, alt_text: altText, focus: knownFocus, sizes, poster }: Media, known: Upload | undefined): Partial<Upload> {
  const preview = known?.preview ?? (sizes ?? poster)?.find(({ name }) => name !== "thumb")?.url;
  const focus = known?.focus ?? knownFocus;
  return {
    ...(focus && { focus }),
    ...(kind && { kind }),
    ...(preview && { preview }),
    altText: known?.altText === undefined || known.altText === "" ? (altText ?? "") : known.altText,
  };
}

/** Waits for the final state of an upload; undefined if it was removed. */
export function settled(key: string): Promise<Upload | undefined> {
  return new Promise((resolve) => {
    const look = () => {
      const upload = uploads.get(key);
      if (upload !== undefined && upload.state !== "ready" && upload.state !== "failed") return;
      unsubscribe();
      resolve(upload);
    };
    const unsubscribe = uploads.subscribe(key, look);
    look();
  });
}
