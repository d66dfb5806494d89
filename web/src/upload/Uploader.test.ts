import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../api/problem";
import type { Media, Problem } from "../api/types";
import { absorbMedia } from "../data/media";
import { storedId, uploads } from "../data/uploads";
import { type Surroundings, Uploader } from "./Uploader";

/** Lets everything run that waits for nothing but its turn. */
const rest = () => new Promise((resolve) => setTimeout(resolve));

function server() {
  let made = 0;
  const states = new Map<string, Media>();
  const sends: { id: string; progress: (share: number) => void; arrive: () => void; fail: (error: unknown) => void }[] = [];
  const removed: string[] = [];
  const described: [string, unknown][] = [];
  const id = () => `m${prefix}-${++made}`;
  const surroundings: Surroundings = {
    begin: () => {
      const media_id = id();
      return Promise.resolve({ media_id, upload_url: `/${media_id}`, method: "PUT", headers: {}, expires_at: "" });
    },
    send: (_, { media_id }, progress, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")));
        sends.push({ id: media_id, progress, arrive: resolve, fail: reject });
      }),
    finish: (media) => {
      absorbMedia([{ id: media, state: "uploaded" }]);
      return Promise.resolve();
    },
    read: (media) => {
      const state = states.get(media);
      if (state === undefined) return Promise.reject(new ApiError({ status: 404, detail: "Not found." } as Problem));
      absorbMedia([state]);
      return Promise.resolve();
    },
    describe: (media, edit) => Promise.resolve(void described.push([media, edit])),
    remove: (media) => Promise.resolve(void removed.push(media)),
    pause: rest as () => Promise<void>,
    preview: ({ name }) => `blob:${name}`,
    dropPreview: vi.fn(),
  };
  return { surroundings, sends, states, removed, described };
}

let prefix = 0;
let all: ReturnType<typeof server>;
let uploader: Uploader;

beforeEach(() => {
  prefix++;
  all = server();
  uploader = new Uploader(all.surroundings);
});

const picture = (name = "heron.jpg") => new File(["…"], name, { type: "image/jpeg" });
const stateOf = (key: string) => uploads.get(key)?.state;

describe("an upload", () => {
  it("is sent, processed and ready", async () => {
    const key = uploader.add(picture(), "tweet");
    expect(uploads.get(key)).toMatchObject({ preview: "blob:heron.jpg", kind: "image" });
    await rest();
    const [sending] = all.sends;
    sending?.progress(0.5);
    expect(uploads.get(key)).toMatchObject({ state: "sending", progress: 0.5 });
    expect(storedId(key)).toBeUndefined();
    all.states.set(sending?.id ?? "", { id: sending?.id ?? "", state: "processing", progress: 0.2 });
    sending?.arrive();
    await vi.waitUntil(() => uploads.get(key)?.progress === 0.2);
    expect(stateOf(key)).toBe("processing");
    expect(storedId(key)).toBe(sending?.id);
    // The stream says so.
    absorbMedia([{ id: sending?.id ?? "", state: "ready", kind: "image" }]);
    expect(await uploader.ready(key)).toBe(sending?.id);
  });

  it("waits for its turn", async () => {
    const keys = ["a", "b", "c"].map((name) => uploader.add(picture(name), "tweet"));
    await rest();
    expect(keys.map(stateOf)).toEqual(["sending", "sending", "queued"]);
    all.sends[0]?.fail(new TypeError("Failed to fetch"));
    await rest();
    expect(keys.map(stateOf)).toEqual(["failed", "sending", "sending"]);
  });

  it("that the network interrupted can be tried again", async () => {
    const key = uploader.add(picture(), "tweet");
    await rest();
    all.sends[0]?.fail(new TypeError("Failed to fetch"));
    await rest();
    expect(uploads.get(key)).toMatchObject({ state: "failed", mayRetry: true, problem: "Upload failed." });
    uploader.retry(key);
    await rest();
    expect(stateOf(key)).toBe("sending");
    const id = all.sends[1]?.id ?? "";
    all.states.set(id, { id, state: "ready", kind: "image" });
    all.sends[1]?.arrive();
    expect(await uploader.ready(key)).toBe(id);
  });

  it("that the server refuses says why, also if it may be tried again", async () => {
    const key = uploader.add(picture(), "tweet");
    await rest();
    all.sends[0]?.fail(new ApiError({ status: 429, code: "too_many_uploads", detail: "Too many." } as Problem));
    await rest();
    expect(uploads.get(key)).toMatchObject({ state: "failed", mayRetry: true });
    expect(uploads.get(key)?.problem).toContain("too many uploads");
  });

  it("is tried again when the connection is back", async () => {
    const key = uploader.add(picture(), "tweet");
    await rest();
    all.sends[0]?.fail(new TypeError("Failed to fetch"));
    await rest();
    uploader.retryAll();
    await rest();
    expect(stateOf(key)).toBe("sending");
    expect(all.removed).toEqual([all.sends[0]?.id]);
  });

  it("that cannot be processed says why, and is not tried again", async () => {
    const key = uploader.add(picture(), "tweet");
    await rest();
    const id = all.sends[0]?.id ?? "";
    all.states.set(id, { id, state: "failed", failure: { code: "damaged_file", text: "The file is damaged." } });
    all.sends[0]?.arrive();
    await expect(uploader.ready(key)).rejects.toThrow("The file is damaged.");
    expect(uploads.get(key)?.mayRetry).toBeFalsy();
  });

  it("that is cancelled leaves nothing behind", async () => {
    const key = uploader.add(picture(), "tweet");
    await rest();
    uploader.remove(key);
    await rest();
    expect(stateOf(key)).toBeUndefined();
    expect(all.removed).toEqual([all.sends[0]?.id]);
    expect(all.surroundings.dropPreview).toHaveBeenCalledWith("blob:heron.jpg");
    await expect(uploader.ready(key)).rejects.toThrow("removed");
  });

  it("that is cancelled before its turn is never sent", async () => {
    const keys = ["a", "b", "c"].map((name) => uploader.add(picture(name), "tweet"));
    await rest();
    uploader.remove(keys[2] ?? "");
    all.sends[0]?.fail(new TypeError("Failed to fetch"));
    await rest();
    expect(all.sends).toHaveLength(2);
  });

  it("is described before it is used, in the last words", async () => {
    const key = uploader.add(picture(), "tweet");
    uploader.edit(key, { alt_text: "A bird." });
    uploader.edit(key, { alt_text: "A heron." });
    await rest();
    const id = all.sends[0]?.id ?? "";
    expect(all.described).toEqual([[id, { alt_text: "A heron." }]]);
    all.states.set(id, { id, state: "ready", kind: "image" });
    all.sends[0]?.arrive();
    await uploader.ready(key);
    expect(uploads.get(key)?.altText).toBe("A heron.");
    expect(all.described).toHaveLength(1);
  });
});

describe("an upload of an earlier visit", () => {
  it("is there again with the server's picture and description", async () => {
    const sizes = [{ name: "thumb", url: "/t", width: 150, height: 150 }, { name: "small", url: "/s", width: 680, height: 400 }];
    const id = `old${prefix}`;
    all.states.set(id, { id, state: "ready", kind: "image", alt_text: "A wren.", sizes });
    uploader.resume(id);
    expect(await uploader.ready(id)).toBe(id);
    expect(uploads.get(id)).toMatchObject({ preview: "/s", altText: "A wren." });
  });

  it("may have expired", async () => {
    uploader.resume(`gone${prefix}`);
    await expect(uploader.ready(`gone${prefix}`)).rejects.toThrow("expired");
  });
});
