import type { User } from "../api/types";
import { Menu } from "../ui/Menu";
import { BlockIcon, MoreIcon } from "../ui/icons";
import { setRelationship, useRelationship } from "../data/relationships";
import { askToBlock } from "./askToBlock";
import { muteItem } from "./muteItem";

/** Mutes and blocks. */
export function RelationshipMenu({ user }: { user: User }) {
  const relationship = useRelationship(user.id);
  if (relationship === undefined) return null;
  const name = `@${user.username}`;
  return (
    <Menu
      label={`More about ${name}`}
      items={() => [
        muteItem(user, relationship),
        {
          label: `${relationship.blocking ? "Unblock" : "Block"} ${name}`,
          icon: <BlockIcon />,
          danger: !relationship.blocking,
          run: () => {
            if (relationship.blocking) void setRelationship(user.id, "blocking", false);
            else askToBlock(user);
          },
        },
      ]}
    >
      <MoreIcon />
    </Menu>
  );
}
