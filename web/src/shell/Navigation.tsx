import type { ComponentType, ReactNode } from "react";
import { type Cell, useCell } from "../api/cell";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { Link } from "../ui/Link";
import { BellIcon, BookmarkIcon, FeatherIcon, FlagIcon, GearIcon, HomeIcon, ListIcon, MessageIcon, PersonIcon, PulseIcon, SearchIcon } from "../ui/icons";
import { usePath } from "../ui/navigation";
import { paths } from "../ui/paths";
import { openComposer } from "../data/composer";
import { useHasLatest } from "../data/latest";
import { useMe } from "../data/me";
import { unreadConversations } from "../data/messageEvents";
import { unreadCount } from "../data/notifications";
import { useUser } from "../data/users";
import { Wordmark } from "./Wordmark";
import "./Navigation.css";

/** The main navigation: a bar at the bottom on phones, a rail on tablets, with labels on wide screens. */
export function Navigation() {
  const me = useMe();
  const user = useUser(me?.id ?? "");
  const latest = useHasLatest();
  if (me === null || user === undefined) return null;
  return (
    <header className="side">
      <Wordmark />
      <nav className="nav" aria-label="Main">
        <NavLink to={paths.home} label="Home" icon={HomeIcon} />
        <NavLink
          to={latest ? paths.latest : paths.people}
          also={[paths.people, paths.trends, paths.search()]}
          label="Explore"
          icon={SearchIcon}
        />
        <NavLink to={paths.notifications()} label="Notifications" icon={BellIcon} badge={<UnreadBadge count={unreadCount} />} />
        <NavLink to={paths.messages()} label="Messages" icon={MessageIcon} badge={<UnreadBadge count={unreadConversations} />} />
        <NavLink to={paths.bookmarks} label="Bookmarks" icon={BookmarkIcon} />
        <NavLink to={paths.lists} label="Lists" icon={ListIcon} wide />
        <NavLink to={paths.profile(user.username)} label="Profile" icon={PersonIcon} />
        <NavLink to={paths.settings()} label="Settings" icon={GearIcon} wide />
        {me.moderator ? <NavLink to={paths.moderation()} label="Moderation" icon={FlagIcon} wide /> : null}
        {me.admin ? <NavLink to={paths.ops} label="Operations" icon={PulseIcon} wide /> : null}
      </nav>
      <Button look="primary" className="side-compose" title="New tweet (n)" onClick={() => openComposer()}>
        <FeatherIcon />
        <span>New tweet</span>
      </Button>
      <Link to={paths.profile(user.username)} className="side-me">
        <Avatar user={user} />
        <span className="side-me-name">
          <bdi className="name">{user.display_name}</bdi>
          <span className="handle">@{user.username}</span>
        </span>
      </Link>
    </header>
  );
}

interface NavLinkProps {
  to: string;
  /** Other pages that it stands for. */
  also?: readonly string[];
  label: string;
  icon: ComponentType<{ filled?: boolean }>;
  badge?: ReactNode;
  /** Not on phones, where another link leads there. */
  wide?: boolean;
}

function NavLink({ to, also = [], label, icon: Icon, badge, wide = false }: NavLinkProps) {
  const path = usePath();
  const here = to === paths.home ? path === to : path === to || also.includes(path) || path.startsWith(`${to}/`);
  return (
    <Link to={to} className={`nav-link ${wide ? "nav-wide" : ""}`} aria-current={here ? "page" : undefined} title={label}>
      <span className="nav-icon">
        <Icon filled={here} />
      </span>
      <span className="nav-label">{label}</span>
      {badge}
    </Link>
  );
}

function UnreadBadge({ count }: { count: Cell<number> }) {
  const unread = useCell(count);
  if (unread === 0) return null;
  return (
    <span className="badge">
      {unread > 99 ? "99+" : unread}
      <span className="only-spoken"> unread</span>
    </span>
  );
}
