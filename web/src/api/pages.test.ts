import { expect, it } from "vitest";
import { allIds, isStalled, prepended } from "./pages";

const pages = { pages: [{ ids: ["5", "4"], next: "n", previous: "p" }, { ids: ["4", "3"] }], pageParams: [undefined, "n"] };

it("gives each id once, in order", () => expect(allIds(pages)).toEqual(["5", "4", "3"]));

it("adds new IDs on top and keeps the positions of known ones", () => {
  const more = prepended(pages, ["7", "3", "6"], "p2");
  expect(allIds(more)).toEqual(["7", "6", "5", "4", "3"]);
  expect(more.pages[0]).toMatchObject({ next: "n", previous: "p2" });
  expect(prepended(pages, ["8"]).pages[0]?.previous).toBe("p");
});

it("passes over some empty pages, then leaves it to the reader", () => {
  const read = (...pages: string[][]) => isStalled({ pages: pages.map((ids) => ({ ids, next: "n" })), pageParams: [] });
  expect(isStalled(undefined)).toBe(false);
  expect(read(["1"])).toBe(false);
  expect(read(["1"], [], [], [], [])).toBe(false);
  expect(read(["1"], [], [], [], [], [])).toBe(true);
  expect(read([], [], [], [], [])).toBe(true);
  expect(read(["1"], [], [], [], [], [], [])).toBe(false);
  expect(read([], [], [], [], [], ["1"])).toBe(false);
});
