import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
import { useRelationship } from "../data/relationships";
import { useUser } from "../data/users";
import { FollowButton } from "./FollowButton";
import "./UserRow.css";

/** A user in a list. */
export function UserRow({ id }: { id: string }) {
  const user = useUser(id);
  const relationship = useRelationship(id);
  if (user === undefined) return null;
  const profile = paths.profile(user.username);
  return (
    <article className="user-row" data-page={profile} aria-label={user.display_name}>
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
        {user.bio ? <p dir="auto">{user.bio}</p> : null}
      </div>
      <FollowButton userId={id} />
    </article>
  );
}
