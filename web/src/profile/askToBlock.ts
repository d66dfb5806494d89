import type { User } from "../api/types";
import { confirm } from "../ui/Confirm";
import { setRelationship } from "../data/relationships";

/** Asks before a block, which ends follows that do not come back. */
export function askToBlock(user: User): void {
  confirm({
    title: `Block @${user.username}?`,
    text: "Neither of you will see or follow the other. They can find out.",
    yes: "Block",
    run: () => void setRelationship(user.id, "blocking", true),
  });
}
