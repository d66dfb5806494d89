import type { User } from "../api/types";
import { Menu, type MenuItem } from "../ui/Menu";
import { BlockIcon, FlagIcon, ListIcon, MoreIcon, PeopleIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { addToLists } from "../data/lists";
import { useMe } from "../data/me";
import { setRelationship, useRelationship } from "../data/relationships";
import { report } from "../data/reporting";
import { askToBlock } from "./askToBlock";
import { followItems } from "./followItems";
import { muteItem } from "./muteItem";
import { searchItem } from "./searchItem";

/** Searches the tweets of another user and shows their lists; members add them to lists, mute and block them. */
export function ProfileMenu({ user }: { user: User }) {
  const isMember = useMe() !== null;
  const relationship = useRelationship(user.id);
  if (isMember && relationship === undefined) return null;
  return (
    <Menu
      label={`More about @${user.username}`}
      items={() => [
        ...searchItem(user),
        ...(isMember ? [{ label: "Add to lists", icon: <ListIcon />, run: () => addToLists(user) }] : []),
        { label: "Public lists", icon: <PeopleIcon />, run: () => navigate(paths.userLists(user.username)) },
        ...(relationship === undefined ? [] : [...followItems(user, relationship), muteItem(user, relationship), reportItem(user), blockItem(user, relationship.blocking)]),
      ]}
    >
      <MoreIcon />
    </Menu>
  );
}

function reportItem(user: User): MenuItem {
  return { label: `Report @${user.username}`, icon: <FlagIcon />, run: () => report({ user, what: "user" }) };
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
