import { lazy, Suspense, useState } from "react";
import type { User } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Button, IconButton } from "../ui/Button";
import { Link } from "../ui/Link";
import { Menu } from "../ui/Menu";
import { shortCount, wholeCount } from "../ui/count";
import { CalendarIcon, ChartIcon, DraftIcon, ExitIcon, GearIcon, LinkIcon, ListIcon, MessageIcon, MoreIcon, PinIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { momentOf, monthOf } from "../ui/time";
import { useMe } from "../data/me";
import { useRelationship } from "../data/relationships";
import { writeTo } from "../data/writeTo";
import { logOut } from "../session/session";
import { Banner } from "./Banner";
import { FollowButton } from "./FollowButton";
import { ProfileMenu } from "./ProfileMenu";
import { searchItem } from "./searchItem";
import "./ProfileHead.css";

const EditProfile = lazy(() => import("./EditProfile"));

/** The name, bio and counts of a user. */
export function ProfileHead({ user }: { user: User }) {
  const relationship = useRelationship(user.id);
  return (
    <section className="profile-head" aria-label="About">
      <Banner user={user} />
      <div className="profile-top">
        <Avatar user={user} size="large" />
        <ProfileButtons user={user} />
      </div>
      <h2>
        <bdi>{user.display_name}</bdi>
      </h2>
      <p className="handle">
        @{user.username}
        {relationship?.followed_by ? <span className="chip">follows you</span> : null}
        {relationship?.muting ? <span className="chip">{mutedChip(relationship.muted_until)}</span> : null}
      </p>
      {user.bio ? (
        <p className="profile-bio" dir="auto">
          {user.bio}
        </p>
      ) : null}
      <ProfileFacts user={user} />
      <p className="profile-counts">
        <Link to={paths.follows(user.username, "following")} title={wholeCount(user.following_count)}>
          <strong>{shortCount(user.following_count)}</strong> following
        </Link>
        <Link to={paths.follows(user.username, "followers")} title={wholeCount(user.followers_count)}>
          <strong>{shortCount(user.followers_count)}</strong> {user.followers_count === 1 ? "follower" : "followers"}
        </Link>
      </p>
    </section>
  );
}

function mutedChip(until: string | undefined): string {
  return until === undefined ? "muted" : `muted until ${momentOf(until)}`;
}

function ProfileButtons({ user }: { user: User }) {
  const me = useMe();
  const [editing, setEditing] = useState(false);
  if (me?.id !== user.id) {
    return (
      <div className="profile-buttons">
        <ProfileMenu user={user} />
        <MessageButton user={user} />
        <FollowButton userId={user.id} />
      </div>
    );
  }
  return (
    <div className="profile-buttons">
      <Menu
        label="Account"
        items={() => [
          ...searchItem(user, "Search your tweets"),
          { label: "Your analytics", icon: <ChartIcon />, run: () => navigate(paths.analytics()) },
          { label: "Your lists", icon: <ListIcon />, run: () => navigate(paths.lists) },
          { label: "Drafts and scheduled tweets", icon: <DraftIcon />, run: () => navigate(paths.drafts) },
          { label: "Settings", icon: <GearIcon />, run: () => navigate(paths.settings()) },
          { label: "Log out", icon: <ExitIcon />, run: () => void logOut() },
        ]}
      >
        <MoreIcon />
      </Menu>
      <Button onClick={() => setEditing(true)}>Edit profile</Button>
      {editing ? (
        <Suspense fallback={null}>
          <EditProfile user={user} onClose={() => setEditing(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Opens the conversation with a user, unless one of the two blocks the other. */
function MessageButton({ user }: { user: User }) {
  const relationship = useRelationship(user.id);
  if (relationship === undefined || relationship.blocking || relationship.blocked_by) return null;
  return (
    <IconButton label="Message" className="profile-message" onClick={() => void writeTo(user.id)}>
      <MessageIcon />
    </IconButton>
  );
}

function ProfileFacts({ user }: { user: User }) {
  return (
    <ul className="profile-facts">
      {user.location ? (
        <li>
          <PinIcon /> {user.location}
        </li>
      ) : null}
      {/^https?:\/\//i.test(user.url) ? (
        <li>
          <LinkIcon />
          <a href={user.url} target="_blank" rel="noopener nofollow">
            {user.url.replace(/^https?:\/\//i, "").replace(/\/$/, "")}
          </a>
        </li>
      ) : null}
      <li>
        <CalendarIcon /> Joined {monthOf(user.created_at)}
      </li>
    </ul>
  );
}
