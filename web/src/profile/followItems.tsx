import type { Relationship, User } from "../api/types";
import { confirm } from "../ui/Confirm";
import type { MenuItem } from "../ui/Menu";
import { BellIcon, PersonIcon, RetweetIcon } from "../ui/icons";
import { toast } from "../ui/toasts";
import { removeFollower, setFollowOptions } from "../data/relationships";

/** What the user wants of a followee, and the end of being followed. */
export function followItems(user: User, relationship: Relationship): MenuItem[] {
  const items: MenuItem[] = [];
  if (relationship.following) {
    const { hiding_retweets: hides, notifying } = relationship;
    items.push(
      {
        label: hides ? "Show their retweets" : "Hide their retweets",
        icon: <RetweetIcon />,
        run: () => void setFollowOptions(user.id, { hiding_retweets: !hides }),
      },
      {
        label: notifying ? "Stop notifying me of their tweets" : "Notify me of their tweets",
        icon: <BellIcon />,
        run: () => void notify(user, !notifying),
      },
    );
  }
  if (relationship.followed_by) items.push({ label: "Remove this follower", icon: <PersonIcon />, run: () => ask(user) });
  return items;
}

async function notify(user: User, notifying: boolean): Promise<void> {
  const done = await setFollowOptions(user.id, { notifying });
  if (done && notifying) toast({ text: `You'll be notified of @${user.username}'s tweets.` });
}

function ask(user: User): void {
  confirm({
    title: `Remove @${user.username} as a follower?`,
    text: "Your tweets leave their home timeline. They aren't told, and can follow you again.",
    yes: "Remove",
    run: () => void removeFollower(user.id),
  });
}
