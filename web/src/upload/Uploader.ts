import { isTransient, PlainError } from "../api/problem";
import { randomId } from "../api/randomId";
import type { Media, MediaEdit, Upload as Place } from "../api/types";
import { storeDrafts } from "../data/drafts";
import { media } from "../data/media";
import { storePending } from "../data/pendingMessages";
import { type Upload, uploads } from "../data/uploads";
import { Turns } from "./Turns";
import { kindOf, typeOf } from "./limits";
import { factsOf, mayRetry, reasonOf, settled } from "./outcome";

export type Purpose = "tweet" | "avatar" | "header" | "message";

/** The server and the clock; tests have others. */
export interface Surroundings {
  begin: (type: string, size: number, purpose: Purpose) => Promise<Place>;
  send: (file: File, to: Place, onProgress: (share: number) => void, signal: AbortSignal) => Promise<void>;
  finish: (id: string) => Promise<void>;
  /** Reads the state into the records, as the stream does. */
  read: (id: string) => Promise<void>;
  describe: (id: string, edit: MediaEdit) => Promise<void>;
  remove: (id: string) => Promise<void>;
  pause: (milliseconds: number) => Promise<void>;
  preview: (file: File) => string;
  dropPreview: (url: string) => void;
}

const AT_ONCE = 2;
const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 5_000;

interface Work {
  file: File;
  purpose: Purpose;
  abort: AbortController;
}

/** Uploads files, two at a time, and follows the server's processing. What became of each is in {@link uploads}. */
export class Uploader {
  private readonly surroundings: Surroundings;
  private readonly works = new Map<string, Work>();
  private readonly edits = new Map<string, MediaEdit>();
  private readonly turns = new Turns(AT_ONCE);

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  /** Starts an upload and returns its key. */
  add(file: File, purpose: Purpose): string {
    const key = randomId();
    const preview = this.surroundings.preview(file);
    uploads.set(key, { key, state: "queued", progress: 0, kind: kindOf(file), preview, altText: "" });
    this.works.set(key, { file, purpose, abort: new AbortController() });
    void this.run(key);
    return key;
  }

  /** Follows a file that an earlier visit uploaded; its key is its ID. */
  resume(id: string): void {
    if (uploads.get(id) !== undefined) return;
    uploads.set(id, { key: id, mediaId: id, state: "processing", progress: 0, kind: "image", altText: "" });
    void this.follow(id, id).catch(() => {
      this.change(id, { state: "failed", problem: "This upload has expired. Remove it, and add the file again." });
    });
  }

  retry(key: string): void {
    const work = this.works.get(key);
    if (work === undefined || uploads.get(key)?.state !== "failed") return;
    const { mediaId: id, altText, focus } = uploads.get(key) ?? {};
    if (id !== undefined) void this.surroundings.remove(id).catch(() => undefined);
    if (altText || focus) this.edits.set(key, { ...(altText && { alt_text: altText }), ...(focus && { focus }), ...this.edits.get(key) });
    this.works.set(key, { ...work, abort: new AbortController() });
    this.change(key, { state: "queued", progress: 0, mayRetry: false });
    void this.run(key);
  }

  /** Tries everything again that may succeed now, for the connection is back. */
  retryAll(): void {
    for (const key of this.works.keys()) if (uploads.get(key)?.mayRetry) this.retry(key);
  }

  /** Cancels or deletes an upload. */
  remove(key: string): void {
    const id = uploads.get(key)?.mediaId;
    this.works.get(key)?.abort.abort();
    this.forget(key);
    // What nothing uses is removed by the server anyway, a day later.
    if (id !== undefined) void this.surroundings.remove(id).catch(() => undefined);
  }

  /** Drops what this browser has of an upload that a tweet or profile uses now. */
  forget(key: string): void {
    const preview = uploads.get(key)?.preview;
    if (this.works.delete(key) && preview !== undefined) this.surroundings.dropPreview(preview);
    this.edits.delete(key);
    uploads.delete(key);
  }

  /** Sets the description or focus point, at once or as soon as the server knows the file. */
  edit(key: string, edit: MediaEdit): void {
    this.edits.set(key, { ...this.edits.get(key), ...edit });
    if (edit.alt_text !== undefined) this.change(key, { altText: edit.alt_text });
    if (edit.focus !== undefined) this.change(key, { focus: edit.focus });
    if (uploads.get(key)?.mediaId !== undefined) void this.saveEdit(key).catch(() => undefined);
  }

  /** Waits until the file can be used and is described; returns its ID. */
  async ready(key: string): Promise<string> {
    const upload = await settled(key);
    if (upload?.mediaId === undefined || upload.state === "failed") throw new PlainError(upload?.problem ?? "The upload was removed.");
    await this.saveEdit(key);
    return upload.mediaId;
  }

  private async run(key: string): Promise<void> {
    const work = this.works.get(key);
    if (work === undefined) return;
    try {
      const id = await this.turns.take(() => this.send(key, work));
      if (id !== undefined) await this.follow(key, id);
    } catch (error) {
      if (!work.abort.signal.aborted) this.change(key, { state: "failed", problem: reasonOf(error), mayRetry: mayRetry(error) });
    }
  }

  /** Returns the ID of the file, or undefined if it was cancelled. */
  private async send(key: string, { file, purpose, abort: { signal } }: Work): Promise<string | undefined> {
    const isCancelled = () => signal.aborted;
    if (isCancelled()) return undefined;
    this.change(key, { state: "sending" });
    const place = await this.surroundings.begin(typeOf(file), file.size, purpose);
    const id = place.media_id;
    if (isCancelled()) {
      await this.surroundings.remove(id);
      return undefined;
    }
    this.change(key, { mediaId: id });
    void this.saveEdit(key).catch(() => undefined);
    await this.surroundings.send(file, place, (progress) => this.change(key, { progress }), signal);
    await this.surroundings.finish(id);
    return id;
  }

  /** Follows the state until it is final: by events of the stream, and by asking now and then. */
  private async follow(key: string, id: string): Promise<void> {
    this.change(key, { state: "processing", progress: 0 });
    storeDrafts();
    storePending();
    const show = () => this.show(key, media.get(id));
    const unsubscribe = media.subscribe(id, show);
    try {
      show();
      for (let pause = FIRST_PAUSE; this.isUnsettled(key); pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
        await this.surroundings.pause(pause);
        if (this.isUnsettled(key)) await this.read(id);
      }
    } finally {
      unsubscribe();
    }
  }

  private async read(id: string): Promise<void> {
    try {
      await this.surroundings.read(id);
    } catch (error) {
      // The connection may come back.
      if (!isTransient(error)) throw error;
    }
  }

  private isUnsettled(key: string): boolean {
    return uploads.get(key)?.state === "processing";
  }

  private show(key: string, told: Media | undefined): void {
    if (told === undefined) return;
    if (told.state === "failed") this.change(key, { state: "failed", problem: told.failure?.text ?? "The file could not be processed." });
    else if (told.state === "processing") this.change(key, { progress: told.progress ?? 0 });
    else if (told.state === "ready") this.change(key, { state: "ready", progress: 1, ...factsOf(told, uploads.get(key)) });
  }

  private async saveEdit(key: string): Promise<void> {
    const edit = this.edits.get(key);
    const id = uploads.get(key)?.mediaId;
    if (edit === undefined || id === undefined) return;
    this.edits.delete(key);
    try {
      await this.surroundings.describe(id, edit);
    } catch (error) {
      // What was changed meanwhile is newer.
      if (uploads.get(key)) this.edits.set(key, { ...edit, ...this.edits.get(key) });
      throw error;
    }
  }

  private change(key: string, change: Partial<Upload>): void {
    uploads.update(key, (upload) => ({ ...upload, ...change }));
  }
}
