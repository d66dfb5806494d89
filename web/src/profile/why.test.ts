import { beforeAll, expect, it } from "vitest";
import type { User } from "../api/types";
import { users } from "../data/users";
import { why } from "./why";

beforeAll(() => {
  for (const [id, username] of Object.entries({ 1: "alice", 2: "bob", 3: "carol" })) users.set(id, { id, username } as User);
});

it.each([
  [[], 0, "Popular on Roost"],
  [["1"], 1, "Followed by @alice"],
  [["1", "2"], 2, "Followed by @alice and @bob"],
  [["1", "2", "3"], 3, "Followed by @alice, @bob and @carol"],
  [["1", "2", "3"], 4, "Followed by @alice, @bob, @carol and 1 other you follow"],
  [["1", "2", "3"], 9, "Followed by @alice, @bob, @carol and 6 others you follow"],
])("%j of %i read as %j", (followed_by, followed_by_count, words) => {
  const reason = followed_by_count > 0 ? "followed_by_people_you_follow" : "popular";
  expect(why({ user_id: "9", reason, followed_by, followed_by_count })).toBe(words);
});
