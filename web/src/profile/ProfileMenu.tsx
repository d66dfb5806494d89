import type { User } from "../api/types";
import { Menu, type MenuItem } from "../ui/Menu";
import { BlockIcon, MoreIcon } from "../ui/icons";
import { useMe } from "../data/me";
import { setRelationship, useRelationship } from "../data/relationships";
import { useSearchesTweets } from "../data/searching";
import { askToBlock } from "./askToBlock";
import { followItems } from "./followItems";
import { muteItem } from "./muteItem";
import { searchItem } from "./searchItem";

/** Searches the tweets of another user, who can be muted and blocked by members. */
export function ProfileMenu({ user }: { user: User }) {
  const isMember = useMe() !== null;
  const relationship = useRelationship(user.id);
  const searches = useSearchesTweets();
  if (isMember ? relationship === undefined : !searches) return null;
  return (
    <Menu
      label={`More about @${user.username}`}
      items={() => [
        ...searchItem(user),
        ...(relationship === undefined ? [] : [...followItems(user, relationship), muteItem(user, relationship), blockItem(user, relationship.blocking)]),
      ]}
    >
      <MoreIcon />
    </Menu>
  );
}

function blockItem(user: User, isBlocked: boolean): MenuItem {
  return {
    label: `${isBlocked ? "Unblock" : "Block"} @${user.username}`,
    icon: <BlockIcon />,
    danger: !isBlocked,
    run: () => {
      if (isBlocked) void setRelationship(user.id, "blocking", false);
      else askToBlock(user);
    },
  };
}
