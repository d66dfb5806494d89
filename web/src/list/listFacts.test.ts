import { describe, expect, it } from "vitest";
import type { List } from "../api/types";
import { factsOf } from "./listFacts";

const list: List = {
  id: "1",
  owner_id: "2",
  name: "Birders",
  private: true,
  replies: "members",
  member_count: 1,
  created_at: "2026-11-30T08:00:00.000Z",
};

describe("facts of a list", () => {
  it("are its size and who sees it", () => expect(factsOf(list)).toBe("1 member · private"));
  it("include that it is left out of Home", () =>
    expect(factsOf({ ...list, private: false, exclusive: true, member_count: 12 })).toBe("12 members · public · not on Home"));
});
