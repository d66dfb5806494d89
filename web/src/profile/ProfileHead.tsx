import { lazy, Suspense, useState } from "react";
import type { User } from "../api/types";
import { Avatar, tintOf } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { Link } from "../ui/Link";
import { Menu } from "../ui/Menu";
import { shortCount, wholeCount } from "../ui/count";
import { CalendarIcon, ExitIcon, GearIcon, LinkIcon, MoreIcon, PinIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { momentOf, monthOf } from "../ui/time";
import { useMe } from "../data/me";
import { useRelationship } from "../data/relationships";
import { logOut } from "../session/session";
import { FollowButton } from "./FollowButton";
import { RelationshipMenu } from "./RelationshipMenu";
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

/** A user's banner; without one, dusk in the colour of their picture. */
function Banner({ user }: { user: User }) {
  if (user.header_url) return <img className="profile-banner" src={user.header_url} alt="" />;
  return (
    <div className={`profile-banner tint-${tintOf(user.id)}`} aria-hidden="true">
      <svg viewBox="0 0 620 96" preserveAspectRatio="xMidYMid slice" focusable="false">
        <g fill="none" stroke="currentColor" strokeWidth="1.6" opacity="0.45">
          <path d="M0 36c200 30 420 30 620-4" />
          <path d="M0 66c210 26 430 22 620-10" />
        </g>
        <path
          transform="translate(455 48.5) scale(0.95) translate(-17 -24.4)"
          d="M25.6 11.2 22 9.6A5.4 5.4 0 0 0 12 11.8L6 20.4l5.2-.9a7 7 0 0 0 4.6 1.9v3.1h1.9v-3.1a6.6 6.6 0 0 0 5.1-6.4v-2.6z"
          fill="currentColor"
          opacity="0.6"
        />
      </svg>
    </div>
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
        <RelationshipMenu user={user} />
        <FollowButton userId={user.id} />
      </div>
    );
  }
  return (
    <div className="profile-buttons">
      <Menu
        label="Account"
        items={() => [
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
