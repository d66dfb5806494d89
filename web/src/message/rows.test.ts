import { describe, expect, it } from "vitest";
import type { Message } from "../api/types";
import type { PendingMessage } from "../data/pendingMessages";
import { type Row, rowsOf } from "./rows";

const ME = "1";
const message = (seq: number, sender: string, time: string) => ({ id: `m${seq}`, seq, sender_id: sender, created_at: new Date(time).toISOString() }) as Message;
const pending = (key: string, state: PendingMessage["state"] = "sending") => ({ key, state }) as PendingMessage;

/** A short form: `day`, `unread`, and messages with `(` where a group begins and `)` where it ends. */
const short = (rows: readonly Row[]) =>
  rows.map((row) => {
    if (row.kind === "message") return `${row.isFirst ? "(" : ""}${row.message.seq}${row.isLast ? ")" : ""}`;
    return row.kind === "pending" ? `${row.isFirst ? "(" : ""}${row.pending.key}` : row.kind;
  });

const talk = [
  message(1, "2", "2026-11-29T10:00:00"),
  message(2, "2", "2026-11-29T10:01:00"),
  message(3, ME, "2026-11-29T10:02:00"),
  message(4, ME, "2026-11-29T10:20:00"),
  message(5, "2", "2026-11-30T09:00:00"),
  message(6, "2", "2026-11-30T09:00:30"),
];

describe("rows", () => {
  it("have a line for each day, and group what one sender wrote within minutes", () => {
    expect(short(rowsOf(talk, [], undefined, ME))).toEqual(["day", "(1", "2)", "(3)", "(4)", "day", "(5", "6)"]);
  });

  it("have one line above the first unread message of somebody else", () => {
    expect(short(rowsOf(talk, [], 1, ME))).toEqual(["day", "(1", "unread", "(2)", "(3)", "(4)", "day", "(5", "6)"]);
    expect(short(rowsOf(talk, [], 2, ME))).toEqual(["day", "(1", "2)", "(3)", "(4)", "day", "unread", "(5", "6)"]);
  });

  it("have no such line if all is read", () => expect(short(rowsOf(talk, [], 6, ME))).not.toContain("unread"));

  it("end with what is on its way, without what has arrived", () => {
    const rows = rowsOf(talk.slice(0, 4), [pending("a", "arrived"), pending("b"), pending("c", "failed")], undefined, ME);
    expect(short(rows)).toEqual(["day", "(1", "2)", "(3)", "(4)", "b", "c"]);
    expect(short(rowsOf(talk.slice(0, 1), [pending("a")], undefined, ME))).toEqual(["day", "(1)", "(a"]);
  });

  it("have unique keys", () => {
    const keys = rowsOf(talk, [pending("a")], 1, ME).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
