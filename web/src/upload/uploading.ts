import { answer, api } from "../api/client";
import { ApiError } from "../api/problem";
import { recovered } from "../api/recovery";
import type { Media, Upload as Place } from "../api/types";
import { absorbMedia } from "../data/media";
import { type Surroundings, Uploader } from "./Uploader";

const at = (id: string) => ({ params: { path: { id } } });
const take = ({ data }: { data: Media }) => absorbMedia([data]);

const browser: Surroundings = {
  begin: async (type, size, purpose) => (await answer(api.POST("/api/roost/v1/media/upload-url", { body: { type, size, purpose } }))).data,
  send: sendFile,
  finish: async (id) => take(await answer(api.POST("/api/roost/v1/media/{id}/uploaded", at(id)))),
  read: async (id) => take(await answer(api.GET("/api/roost/v1/media/{id}", at(id)))),
  describe: async (id, body) => take(await answer(api.PATCH("/api/roost/v1/media/{id}", { ...at(id), body }))),
  remove: async (id) => {
    await answer(api.DELETE("/api/roost/v1/media/{id}", at(id)));
  },
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  preview: (file) => URL.createObjectURL(file),
  dropPreview: (url) => URL.revokeObjectURL(url),
};

/** The uploads of this browser. */
export const uploader = new Uploader(browser);
recovered.subscribe(() => uploader.retryAll());

/** The browser sets these itself. */
const OWN_HEADERS = new Set(["content-length", "host"]);

/** Sends a file to where the server told. `fetch` does not report progress. */
function sendFile(file: File, place: Place, onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(place.method, place.upload_url);
    for (const [name, value] of Object.entries(place.headers)) {
      if (!OWN_HEADERS.has(name.toLowerCase())) request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(refused(request));
    };
    request.onerror = () => reject(new TypeError("The upload was interrupted."));
    request.onabort = () => reject(new DOMException("Cancelled", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** Object storage has errors of its own. */
function refused({ status, responseText }: XMLHttpRequest): ApiError {
  const title = "Upload failed";
  const problem = { type: "urn:roost:problem:internal", title, status, detail: `${title}.`, code: "internal", request_id: "-" } as const;
  try {
    return new ApiError({ ...problem, ...(JSON.parse(responseText) as object) });
  } catch {
    return new ApiError(problem);
  }
}
