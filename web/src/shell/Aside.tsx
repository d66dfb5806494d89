import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { counted } from "../ui/count";
import { KeyboardIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { useMe } from "../data/me";
import { useUser } from "../data/users";
import { showShortcuts } from "../keyboard/shortcuts";
import "./Aside.css";

/** The column beside the page on wide screens, with the user's card and a hint. */
export function Aside() {
  const me = useMe();
  const user = useUser(me?.id ?? "");
  if (user === undefined) return null;
  return (
    <aside className="aside" aria-label="About you">
      <section className="card">
        <Link to={paths.profile(user.username)} className="card-me">
          <Avatar user={user} size="medium" />
          <span>
            <bdi className="name">{user.display_name}</bdi>
            <span className="handle">@{user.username}</span>
          </span>
        </Link>
        {user.bio ? <p className="card-bio">{user.bio}</p> : null}
        <ul className="card-counts">
          <li>
            <Link to={paths.profile(user.username)}>{counted(user.tweets_count, "tweet", "tweets")}</Link>
          </li>
          <li>
            <Link to={paths.follows(user.username, "following")}>{user.following_count} following</Link>
          </li>
          <li>
            <Link to={paths.follows(user.username, "followers")}>{counted(user.followers_count, "follower", "followers")}</Link>
          </li>
        </ul>
      </section>
      <button type="button" className="aside-hint" onClick={showShortcuts}>
        <KeyboardIcon />
        <span>
          Keyboard shortcuts: press <kbd>?</kbd>
        </span>
      </button>
    </aside>
  );
}
