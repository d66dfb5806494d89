import { useUser } from "../profile/users";
import { useMe } from "../session/me";
import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { counted } from "../ui/count";
import { KeyboardIcon } from "../ui/icons";
import { showShortcuts } from "../keyboard/shortcuts";

/** Beside the page where there is room: oneself, and what helps. */
export function Aside() {
  const me = useMe();
  const user = useUser(me?.id ?? "");
  if (user === undefined) return null;
  return (
    <aside className="aside" aria-label="About you">
      <section className="card">
        <Link to={`/@${user.username}`} className="card-me">
          <Avatar user={user} size="medium" />
          <span>
            <bdi className="name">{user.display_name}</bdi>
            <span className="handle">@{user.username}</span>
          </span>
        </Link>
        {user.bio ? <p className="card-bio">{user.bio}</p> : null}
        <ul className="card-counts">
          <li>
            <Link to={`/@${user.username}`}>{counted(user.tweets_count, "tweet", "tweets")}</Link>
          </li>
          <li>
            <Link to={`/@${user.username}/following`}>{user.following_count} following</Link>
          </li>
          <li>
            <Link to={`/@${user.username}/followers`}>{counted(user.followers_count, "follower", "followers")}</Link>
          </li>
        </ul>
      </section>
      <button type="button" className="aside-hint" onClick={showShortcuts}>
        <KeyboardIcon />
        <span>
          Keys for everything: press <kbd>?</kbd>
        </span>
      </button>
    </aside>
  );
}
