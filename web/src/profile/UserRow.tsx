import type { ReactNode } from "react";
import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
import { useRelationship } from "../data/relationships";
import { useUser } from "../data/users";
import { FollowButton } from "./FollowButton";
import "./UserRow.css";

interface UserRowProps {
  id: string;
  className?: string;
  /** Why the user is in the list. */
  why?: string;
  /** Without the button to follow. */
  bare?: boolean;
  /** More buttons. */
  children?: ReactNode;
}

/** A user in a list. */
export function UserRow({ id, className = "", why, bare = false, children }: UserRowProps) {
  const user = useUser(id);
  const relationship = useRelationship(id);
  if (user === undefined) return null;
  const profile = paths.profile(user.username);
  return (
    <article className={`user-row ${className}`} data-page={profile} aria-label={user.display_name}>
      <Link to={profile} tabIndex={-1} aria-hidden="true">
        <Avatar user={user} />
      </Link>
      <div className="user-main">
        <Link to={profile} className="user-names">
          <bdi className="name">{user.display_name}</bdi>
          <span className="handle">
            @{user.username}
            {relationship?.followed_by ? <span className="chip">follows you</span> : null}
          </span>
        </Link>
        {why === undefined ? null : <p className="user-why">{why}</p>}
        {user.bio ? <p dir="auto">{user.bio}</p> : null}
      </div>
      {bare ? null : <FollowButton userId={id} />}
      {children}
    </article>
  );
}
