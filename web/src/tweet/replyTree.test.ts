import { describe, expect, it } from "vitest";
import type { Branch, Part } from "./conversation";
import { replyRows } from "./replyTree";

/** A part of a conversation, from lines such as "3 < 1": 3 replies to 1. */
function part(...lines: string[]): Part {
  const pairs = lines.map((line) => line.split(" < ") as [string, string]);
  return { ids: pairs.map(([id]) => id), parents: Object.fromEntries(pairs), more: {} };
}

interface Given {
  parts: Part[];
  branches?: Record<string, Branch>;
  recent?: Record<string, string[]>;
  authors?: Record<string, string>;
}

const rows = ({ parts, branches = {}, recent = {}, authors = {} }: Given) =>
  replyRows({ root: "0", parts, branches, recent, authorOf: (id) => authors[id] });

/** A picture of the rows: their depth as indentation, `+` for a button, and the lines at each depth. */
function drawn(given: Given): string[] {
  return rows(given).map((row) => {
    const rails = [0, 1].map((level) => (row.rails.includes(level) ? "|" : ".")).join("");
    const own = `${row.fromLeft ? "L" : row.fromAbove ? "^" : "-"}${row.down ? "v" : " "}`;
    return `${rails} ${own} ${"  ".repeat(row.depth)}${row.more ? "+" : ""}${row.id}${row.ends ? "." : ""}`;
  });
}

describe("the rows of a conversation", () => {
  it("are the replies, each followed by the replies to it, joined by lines", () => {
    expect(drawn({ parts: [part("1 < 0", "2 < 1", "3 < 2", "4 < 1", "5 < 0")] })).toEqual([
      ".. -v 1",
      "|. Lv   2",
      "|. L      3",
      ".. L    4.",
      ".. -  5.",
    ]);
  });

  it("have a button where there are more", () => {
    const first = { ...part("1 < 0", "2 < 1", "5 < 0"), more: { "1": { count: 2, cursor: "c" }, "2": { count: 1, cursor: "d" } } };
    expect(drawn({ parts: [first] })).toEqual([".. -v 1", "|. Lv   2", "|. L      +2", ".. L    +1.", ".. -  5."]);
  });

  it("contain opened branches once, and what is left of them", () => {
    const first = { ...part("1 < 0", "2 < 1", "5 < 0"), more: { "1": { count: 9, cursor: "c" } } };
    const branch: Branch = { ...part("3 < 1", "2 < 1", "4 < 3"), rest: { count: 7, cursor: "e" } };
    expect(rows({ parts: [first], branches: { "1": branch } }).map(({ key }) => key)).toEqual(["1", "2", "3", "4", "more-1", "5"]);
    const all = rows({ parts: [first], branches: { "1": { ...branch, rest: undefined } } });
    expect(all.map(({ key }) => key)).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("go no deeper than two levels, where each names whom it answers", () => {
    const deep = rows({ parts: [part("1 < 0", "2 < 1", "3 < 2", "4 < 3", "5 < 4")] });
    expect(deep.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 2]);
    expect(deep.map(({ about }) => about)).toEqual(["0", "1", "2", "2", "2"]);
  });

  it("begin with what was posted just now", () => {
    const recent = { "0": ["9", "8"], "1": ["7"] };
    expect(rows({ parts: [part("1 < 0", "2 < 1", "8 < 0")], recent }).map(({ id }) => id)).toEqual(["9", "8", "1", "7", "2"]);
  });

  it("keep the author's thread on one line", () => {
    const first = { ...part("1 < 0", "2 < 1", "3 < 0"), more: { "1": { count: 1, cursor: "c" } } };
    const authors = { "0": "a", "1": "a", "2": "a", "3": "a" };
    expect(drawn({ parts: [first], authors })).toEqual([".. -v 1", "|. L    +1", ".. ^  2.", ".. -  3."]);
    const branch: Branch = { ...part("5 < 1"), rest: undefined };
    expect(drawn({ parts: [first], branches: { "1": branch }, authors })).toEqual([".. -v 1", "|. L    5", ".. ^  2.", ".. -  3."]);
  });
});
