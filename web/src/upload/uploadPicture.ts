import { PlainError } from "../api/problem";
import { loadCapabilities } from "../data/capabilities";
import type { Purpose } from "./Uploader";
import { refusalOf } from "./limits";
import { uploader } from "./uploading";

/** Uploads a single picture, such as an avatar, and returns its ID once it can be used. */
export async function uploadPicture(file: File, purpose: Purpose): Promise<string> {
  const refusal = refusalOf(file, (await loadCapabilities()).media);
  if (refusal !== undefined) throw new PlainError(refusal);
  const key = uploader.add(file, purpose);
  try {
    const id = await uploader.ready(key);
    uploader.forget(key);
    return id;
  } catch (error) {
    uploader.remove(key);
    throw error;
  }
}
