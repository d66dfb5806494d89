import { Records, useRecord } from "../api/records";
import type { Focus, MediaKind } from "../api/types";

/** `processing` when the server has the file. */
export type UploadState = "queued" | "sending" | "processing" | "ready" | "failed";

/** A file on its way from this browser to the server, or one that a draft of an earlier visit had. */
export interface Upload {
  /** Its name in this browser: the server does not know it from the start. */
  key: string;
  mediaId?: string;
  state: UploadState;
  /** Of sending, then of processing, from 0 to 1. */
  progress: number;
  kind: MediaKind;
  /** A picture of it: the file itself, or the server's. */
  preview?: string;
  altText: string;
  /** What stays in sight when it is cropped; in the middle if it is not chosen. */
  focus?: Focus;
  /** Why it failed. */
  problem?: string;
  /** Whether another attempt may succeed. */
  mayRetry?: boolean;
}

export const uploads = new Records<Upload>();

export function useUpload(key: string): Upload | undefined {
  return useRecord(uploads, key);
}

/** The ID of a file that the server has completely, for drafts: others are lost when the page closes. */
export function storedId(key: string): string | undefined {
  const upload = uploads.get(key);
  return upload?.state === "processing" || upload?.state === "ready" ? upload.mediaId : undefined;
}
