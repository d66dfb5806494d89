import type { List } from "../api/types";
import { Link } from "../ui/Link";
import { ListIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { ListMenu } from "./ListMenu";
import { factsOf } from "./listFacts";
import "./ListRow.css";

/** A list among others. */
export function ListRow({ list, isOwn }: { list: List; isOwn: boolean }) {
  return (
    <article className="list-row" data-page={paths.list(list.id)} aria-label={list.name}>
      <span className="list-sign" aria-hidden="true">
        <ListIcon />
      </span>
      <div className="list-main">
        <Link to={paths.list(list.id)} className="name">
          <bdi>{list.name}</bdi>
        </Link>
        {list.pinned ? <span className="chip">on Home</span> : null}
        <p>{factsOf(list)}</p>
      </div>
      {isOwn ? <ListMenu list={list} /> : null}
    </article>
  );
}
