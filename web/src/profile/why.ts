import type { Suggestion } from "../api/types";
import { counted } from "../ui/count";
import { users } from "../data/users";

/** Why a user is suggested, in a sentence without its end. */
export function why(suggestion: Suggestion): string {
  const names = suggestion.followed_by.map((id) => `@${users.get(id)?.username ?? ""}`);
  const others = suggestion.followed_by_count - names.length;
  if (names.length === 0) return "Popular on Roost";
  if (others > 0) return `Followed by ${names.join(", ")} and ${counted(others, "other", "others")} you follow`;
  return `Followed by ${inWords(names)}`;
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
