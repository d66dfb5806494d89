import { beforeEach, expect, it, vi } from "vitest";
import type { Me } from "../api/types";
import { type Draft, EMPTY_DRAFT, parsed } from "./draftParts";
import { forgetDrafts, keepDraft, readDraft, sendDraft, storeDrafts } from "./drafts";
import { setMe } from "./me";
import { uploads } from "./uploads";

/** The storage of a browser, as far as drafts use it: its keys are its properties. */
function emptyStorage(): Record<string, unknown> {
  const storage: Record<string, unknown> = {};
  const hidden = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties(storage, {
    getItem: hidden((key: string) => storage[key] ?? null),
    setItem: hidden((key: string, value: string) => (storage[key] = value)),
    removeItem: hidden((key: string) => Reflect.deleteProperty(storage, key)),
  });
}

let storage: Record<string, unknown>;
const logIn = (id: string) => setMe({ id, username: `user${id}` } as Me);

beforeEach(() => {
  storage = emptyStorage();
  vi.stubGlobal("localStorage", storage);
  logIn("1");
  forgetDrafts();
});

const draftOf = (text: string, ...media: string[]): Draft => ({ parts: [{ text, media }], sensitive: false });
const stored = () => Object.values(storage).map((text) => parsed(text as string));

it("B2: belong to one user, who gets them back", () => {
  keepDraft({}, draftOf("PRIVATE words"));
  logIn("2");
  expect(readDraft({})).toEqual(EMPTY_DRAFT);
  keepDraft({}, draftOf("Mine"));
  forgetDrafts();
  logIn("1");
  expect(readDraft({})).toEqual(draftOf("PRIVATE words"));
});

it("B13: are kept until they are posted", () => {
  const draft = draftOf("On its way");
  keepDraft({ replyTo: "5" }, draft);
  const { posted } = sendDraft({ replyTo: "5" }, draft);
  expect(readDraft({ replyTo: "5" })).toEqual(EMPTY_DRAFT);
  expect(stored()).toEqual([draft]);
  keepDraft({ replyTo: "5" }, draftOf("The next"));
  expect(stored()).toEqual([draftOf("On its way\nThe next")]);
  posted();
  expect(stored()).toEqual([draftOf("The next")]);
});

it("return before what was started meanwhile if they could not be posted", () => {
  keepDraft({}, draftOf("First"));
  const { failed } = sendDraft({}, draftOf("First"));
  keepDraft({}, draftOf("Second"));
  failed();
  expect(readDraft({})).toEqual(draftOf("First\nSecond"));
  expect(stored()).toEqual([draftOf("First\nSecond")]);
});

it("keep the files that the server has", () => {
  uploads.set("a", { key: "a", mediaId: "7", state: "ready", progress: 1, kind: "image", altText: "" });
  uploads.set("b", { key: "b", mediaId: "8", state: "sending", progress: 0, kind: "image", altText: "" });
  keepDraft({}, draftOf("", "a", "b"));
  expect(stored()).toEqual([draftOf("", "7")]);
  uploads.update("b", (upload) => ({ ...upload, state: "processing" }));
  storeDrafts();
  expect(stored()).toEqual([draftOf("", "7", "8")]);
});

it("of earlier versions are texts, of threads with a form feed between them", () => {
  storage[`roost.draft.1.new`] = "One\fTwo";
  expect(readDraft({}).parts).toEqual([{ text: "One", media: [] }, { text: "Two", media: [] }]);
});

it("leave nothing behind at the log-out", () => {
  keepDraft({}, draftOf("Some words"));
  keepDraft({ quoteOf: "7" }, draftOf("More words"));
  forgetDrafts();
  expect(Object.keys(storage)).toEqual([]);
});
