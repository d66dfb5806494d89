import type { User } from "../api/types";
import { confirm } from "../ui/Confirm";
import { setRelationship } from "../data/relationships";

/** Asks before blocking, which ends follows for good. */
export function askToBlock(user: Pick<User, "id" | "username">): void {
  confirm({
    title: `Block @${user.username}?`,
    text: "You won't see or follow each other. They may notice.",
    yes: "Block",
    run: () => void setRelationship(user.id, "blocking", true),
  });
}
