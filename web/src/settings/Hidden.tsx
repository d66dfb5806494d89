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

/** Whom one blocks, or mutes. */
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
      empty={<Notice title="You block nobody">Whom you block does not see you, nor you them.</Notice>}
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
      empty={<Notice title="You mute nobody">Whom you mute you do not see, and they are not told.</Notice>}
    />
  );
}

function HiddenRow({ id, list }: { id: string; list: List }) {
  const user = useUser(id);
  const stand = useRelationship(id);
  if (user === undefined) return null;
  const change = list === "blocked" ? "blocking" : "muting";
  const isSo = stand?.[change] ?? true;
  const verb = list === "blocked" ? (isSo ? "Unblock" : "Block") : isSo ? "Unmute" : "Mute";
  return (
    <article className="user-row" aria-label={user.display_name}>
      <Avatar user={user} />
      <div className="user-main">
        <Link to={paths.profile(user.username)} className="user-names">
          <bdi className="name">{user.display_name}</bdi>
          <span className="handle">@{user.username}</span>
        </Link>
        {list === "muted" && stand?.muting ? <MuteEnd time={stand.muted_until} /> : null}
      </div>
      <Button
        disabled={stand === undefined}
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
