import { expect, it } from "vitest";
import { newerThan } from "./newerThan";

it("compares IDs as numbers", () => expect(newerThan("99", ["101", "100", "99", "98"])).toEqual(["101", "100"]));

it("takes all if none is known", () => expect(newerThan(undefined, ["2", "1"])).toEqual(["2", "1"]));

it("does not count older ones that filled the page after a deletion", () => expect(newerThan("9", ["8", "7"])).toEqual([]));
