import type { User } from "../api/types";
import { Menu } from "../ui/Menu";
import { BlockIcon, MoreIcon } from "../ui/icons";
import { setRelationship, useRelationship } from "../data/relationships";
import { askToBlock } from "./askToBlock";
import { muteItem } from "./muteItem";

/** Mutes and blocks. */
export function RelationshipMenu({ user }: { user: User }) {
  const stand = useRelationship(user.id);
  if (stand === undefined) return null;
  const name = `@${user.username}`;
  return (
    <Menu
      label={`More about ${name}`}
      items={[
        muteItem(user, stand),
        {
          label: `${stand.blocking ? "Unblock" : "Block"} ${name}`,
          icon: <BlockIcon />,
          danger: !stand.blocking,
          run: () => {
            if (stand.blocking) void setRelationship(user.id, "blocking", false);
            else askToBlock(user);
          },
        },
      ]}
    >
      <MoreIcon />
    </Menu>
  );
}
