import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { Link } from "../ui/Link";
import { Notice } from "../ui/Notice";
import { PagedList } from "../ui/PagedList";
import { paths } from "../ui/paths";
import { momentOf } from "../ui/time";
import { setRelationship, useRelationship } from "../data/relationships";
import { useBlocked, useMuted } from "../data/userLists";
import { useUser } from "../data/users";
import "../profile/UserRow.css";

type List = "blocked" | "muted";

/** The blocked or the muted users. */
export function Hidden({ list }: { list: List }) {
  return list === "blocked" ? <Blocked /> : <Muted />;
}

function Blocked() {
  return (
    <PagedList
      query={useBlocked()}
      label="Blocked"
      estimate={72}
      render={(id) => <HiddenRow id={id} list="blocked" />}
      empty={<Notice title="You haven't blocked anyone">Blocked users can't see you, and you can't see them.</Notice>}
    />
  );
}

function Muted() {
  return (
    <PagedList
      query={useMuted()}
      label="Muted"
      estimate={72}
      render={(id) => <HiddenRow id={id} list="muted" />}
      empty={<Notice title="You haven't muted anyone">You don't see muted users, and they don't notice.</Notice>}
    />
  );
}

function HiddenRow({ id, list }: { id: string; list: List }) {
  const user = useUser(id);
  const relationship = useRelationship(id);
  if (user === undefined) return null;
  const change = list === "blocked" ? "blocking" : "muting";
  const isSo = relationship?.[change] ?? true;
  const verb = list === "blocked" ? (isSo ? "Unblock" : "Block") : isSo ? "Unmute" : "Mute";
  return (
    <article className="user-row" aria-label={user.display_name}>
      <Avatar user={user} />
      <div className="user-main">
        <Link to={paths.profile(user.username)} className="user-names">
          <bdi className="name">{user.display_name}</bdi>
          <span className="handle">@{user.username}</span>
        </Link>
        {list === "muted" && relationship?.muting ? <MuteEnd time={relationship.muted_until} /> : null}
      </div>
      <Button
        disabled={relationship === undefined}
        aria-label={`${verb} @${user.username}`}
        onClick={() => void setRelationship(id, change, !isSo)}
      >
        {verb}
      </Button>
    </article>
  );
}

function MuteEnd({ time }: { time: string | undefined }) {
  if (time === undefined) return <p className="handle">until you unmute them</p>;
  return (
    <p className="handle">
      until <time dateTime={time}>{momentOf(time)}</time>
    </p>
  );
}
