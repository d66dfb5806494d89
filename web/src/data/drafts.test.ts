import { beforeEach, expect, it, vi } from "vitest";
import type { Me } from "../api/types";
import { forgetDrafts, keepDraft, readDraft, sendDraft } from "./drafts";
import { setMe } from "./me";

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

it("B2: belong to one user, who gets them back", () => {
  keepDraft({}, "PRIVATE words");
  logIn("2");
  expect(readDraft({})).toBe("");
  keepDraft({}, "Mine");
  forgetDrafts();
  logIn("1");
  expect(readDraft({})).toBe("PRIVATE words");
});

it("B13: are kept until they are posted", () => {
  keepDraft({ replyTo: "5" }, "On its way");
  const { posted } = sendDraft({ replyTo: "5" }, "On its way");
  expect(readDraft({ replyTo: "5" })).toBe("");
  expect(Object.values(storage)).toEqual(["On its way"]);
  keepDraft({ replyTo: "5" }, "The next");
  expect(Object.values(storage)).toEqual(["On its way\nThe next"]);
  posted();
  expect(Object.values(storage)).toEqual(["The next"]);
});

it("return before what was started meanwhile if they could not be posted", () => {
  keepDraft({}, "First");
  const { failed } = sendDraft({}, "First");
  keepDraft({}, "Second");
  failed();
  expect(readDraft({})).toBe("First\nSecond");
  expect(Object.values(storage)).toEqual(["First\nSecond"]);
});

it("leave nothing behind at the log-out", () => {
  keepDraft({}, "Some words");
  keepDraft({ quoteOf: "7" }, "More words");
  forgetDrafts();
  expect(Object.keys(storage)).toEqual([]);
});
