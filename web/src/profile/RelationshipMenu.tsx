import type { User } from "../api/types";
import { Menu } from "../ui/Menu";
import { BlockIcon, MoreIcon, SearchIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { setRelationship, useRelationship } from "../data/relationships";
import { hasSearch } from "../data/searching";
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
        ...(hasSearch()
          ? [{ label: `Search tweets by ${name}`, icon: <SearchIcon />, run: () => navigate(paths.search(`from:${user.username}`)) }]
          : []),
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
