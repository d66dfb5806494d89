import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../api/problem";
import type { Me, Message, Problem } from "../api/types";
import { setMe } from "../data/me";
import { forgetPending, matchPending, pending, type PendingMessage, pendingIn, restorePending, rowKeyOf } from "../data/pendingMessages";
import { uploads } from "../data/uploads";
import { Outbox } from "./Outbox";

/** The storage of a browser, as far as it is used: its keys are its properties. */
function emptyStorage(): Record<string, unknown> {
  const storage: Record<string, unknown> = {};
  const hidden = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties(storage, {
    getItem: hidden((key: string) => storage[key] ?? null),
    setItem: hidden((key: string, value: string) => (storage[key] = value)),
    removeItem: hidden((key: string) => Reflect.deleteProperty(storage, key)),
  });
}

const CONVERSATION = "7";
const message = (key: string, more: Partial<PendingMessage> = {}): PendingMessage => ({
  key,
  conversationId: CONVERSATION,
  text: `text ${key}`,
  media: [],
  createdAt: key,
  state: "queued",
  ...more,
});
const refusal = (status: number, retryAfter?: number) =>
  new ApiError({ status, code: "x", detail: "Not accepted." } as unknown as Problem, new Headers(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }));

let storage: Record<string, unknown>;
let outbox: Outbox;
let sent: string[];
/** What happens to the next attempts: an error, or undefined for success. */
let outcomes: (Error | undefined)[];
let pauses: number[];

beforeEach(() => {
  storage = emptyStorage();
  vi.stubGlobal("localStorage", storage);
  setMe({ id: "1", username: "alice" } as Me);
  forgetPending();
  sent = [];
  outcomes = [];
  pauses = [];
  outbox = new Outbox({
    send: ({ key }) => {
      sent.push(key);
      const outcome = outcomes.shift();
      return outcome === undefined ? Promise.resolve() : Promise.reject(outcome);
    },
    ready: (keys) => Promise.resolve(keys),
    retryUploads: () => undefined,
    release: () => undefined,
    pause: (milliseconds, woken) => {
      pauses.push(milliseconds);
      return woken;
    },
  });
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const states = () => pendingIn(CONVERSATION).map(({ key, state }) => `${key} ${state}`);

describe("messages", () => {
  it("are sent one after the other, in order", async () => {
    for (const key of ["a", "b", "c"]) outbox.add(message(key));
    expect(states()).toEqual(["a sending", "b queued", "c queued"]);
    await settle();
    expect(sent).toEqual(["a", "b", "c"]);
    expect(states()).toEqual([]);
    expect(Object.keys(storage)).toEqual([]);
  });

  it("wait for the connection, and keep their keys and their order", async () => {
    outcomes = [new TypeError("offline"), new TypeError("offline")];
    outbox.add(message("a"));
    outbox.add(message("b"));
    await settle();
    expect(states()).toEqual(["a waiting", "b queued"]);
    outbox.wake();
    await settle();
    outbox.wake();
    await settle();
    expect(sent).toEqual(["a", "a", "a", "b"]);
    expect(pauses).toEqual([1_000, 2_000]);
    expect(states()).toEqual([]);
  });

  it("wait as long as the server asks for", async () => {
    outcomes = [refusal(429, 20)];
    outbox.add(message("a"));
    await settle();
    expect(pauses).toEqual([20_000]);
    expect(states()).toEqual(["a waiting"]);
  });

  it("that the server rejects wait for the user, and let the next ones pass", async () => {
    outcomes = [refusal(422)];
    outbox.add(message("a"));
    outbox.add(message("b"));
    await settle();
    expect(sent).toEqual(["a", "b"]);
    expect(states()).toEqual(["a failed"]);
    const [failed] = pendingIn(CONVERSATION);
    if (failed) outbox.retry(failed);
    await settle();
    expect(sent).toEqual(["a", "b", "a"]);
    expect(states()).toEqual([]);
  });

  it("can be given up while they wait", async () => {
    outcomes = [new TypeError("offline")];
    outbox.add(message("a"));
    outbox.add(message("b"));
    await settle();
    const [first] = pendingIn(CONVERSATION);
    if (first) outbox.remove(first);
    await settle();
    expect(sent).toEqual(["a", "b"]);
    expect(states()).toEqual([]);
  });
});

describe("after a reload", () => {
  it("they are still there, in order, and are sent with the same keys", async () => {
    outcomes = [new TypeError("offline")];
    outbox.add(message("a"));
    outbox.add(message("b"));
    await settle();
    pending.clear();
    expect(restorePending()).toEqual([CONVERSATION]);
    expect(states()).toEqual(["a queued", "b queued"]);
  });

  it("those whose files are lost say so", async () => {
    uploads.set("f", { key: "f", state: "sending", progress: 0, kind: "image", altText: "" });
    outcomes = [new TypeError("offline")];
    outbox.add(message("a", { media: ["f"] }));
    await settle();
    pending.clear();
    restorePending();
    expect(pendingIn(CONVERSATION)[0]).toMatchObject({ state: "failed", media: [] });
  });

  it("another user does not get them", async () => {
    outcomes = [new TypeError("offline")];
    outbox.add(message("a"));
    await settle();
    pending.clear();
    setMe({ id: "2", username: "bob" } as Me);
    expect(restorePending()).toEqual([]);
  });
});

it("log-out leaves nothing behind", async () => {
  outcomes = [new TypeError("offline")];
  outbox.add(message("a"));
  await settle();
  expect(Object.keys(storage)).toHaveLength(1);
  forgetPending();
  expect(Object.keys(storage)).toEqual([]);
});

describe("a message that the stream tells of before its response", () => {
  const told = (key: string) => ({ id: "m1", conversation_id: CONVERSATION, sender_id: "1", client_key: key }) as Message;

  it("takes the place of the pending one, which stays until the response is there", async () => {
    outcomes = [new TypeError("the response was lost")];
    outbox.add(message("a"));
    matchPending(told("a"));
    await settle();
    expect(states()).toEqual(["a arrived"]);
    expect(rowKeyOf(told("a"))).toBe("a");
    outbox.wake();
    await settle();
    expect(sent).toEqual(["a", "a"]);
    expect(states()).toEqual([]);
  });

  it("is another one if it differs", () => {
    outbox.add(message("a"));
    matchPending(told("of another device"));
    expect(states()).toEqual(["a sending"]);
  });
});
