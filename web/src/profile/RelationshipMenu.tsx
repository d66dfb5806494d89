import type { User } from "../api/types";
import { Menu } from "../ui/Menu";
import { BlockIcon, MoreIcon, MuteIcon } from "../ui/icons";
import { askToBlock } from "./askToBlock";
import { setRelationship, useRelationship } from "./relationships";

/** Mutes and blocks. */
export function RelationshipMenu({ user }: { user: User }) {
  const stand = useRelationship(user.id);
  if (stand === undefined) return null;
  const name = `@${user.username}`;
  return (
    <Menu
      label={`More about ${name}`}
      items={[
        {
          label: `${stand.muting ? "Unmute" : "Mute"} ${name}`,
          icon: <MuteIcon />,
          run: () => void setRelationship(user.id, "muting", !stand.muting),
        },
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
