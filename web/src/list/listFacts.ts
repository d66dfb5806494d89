import type { List } from "../api/types";
import { counted } from "../ui/count";

/** What to say about a list below its name. */
export function factsOf(list: List): string {
  const facts = [counted(list.member_count, "member", "members"), list.private ? "private" : "public"];
  if (list.exclusive === true) facts.push("not on Home");
  return facts.join(" · ");
}
