import { expect, it } from "vitest";
import { namesIn } from "./namesIn";

it.each([
  ["cats from:alice min_likes:3", "cats"],
  ["alice", "alice"],
  ["Or Cohen", "Or Cohen"],
  ["@alice #birds", "@alice #birds"],
  ['"red bicycle" -cat -"a dog" OR bird', "red bicycle bird"],
  ["“red bicycle” lang:en", "red bicycle"],
  ['from:"alice" FROM:bob -has:media since:2026-01-31', ""],
  ["from:alice ", ""],
  ["from: filter:follows", ""],
  ['open "quote is here', "open quote is here"],
  ["Dr.: note:this jean-luc", "Dr.: note:this jean-luc"],
  ["", ""],
  ['"', ""],
])("of %j are %j", (words, names) => expect(namesIn(words)).toBe(names));
