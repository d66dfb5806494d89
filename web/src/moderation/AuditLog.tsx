import { useState } from "react";
import type { AuditEntry } from "../api/types";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Link } from "../ui/Link";
import { Notice } from "../ui/Notice";
import { Skeletons } from "../ui/Skeletons";
import { Time } from "../ui/Time";
import { paths } from "../ui/paths";
import { useAudit } from "../data/moderation";
import { actionName, auditActions } from "./names";
import { Person } from "./Person";
import { Select } from "./Select";
import "./moderation.css";

/** What moderators and operators did, newest first. */
export function AuditLog() {
  const [action, setAction] = useState("");
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit(action);
  const entries = data?.pages.flatMap((page) => page.data);
  return (
    <>
      <div className="case-filter">
        <Select label="What" value={action} onChange={setAction}>
          <option value="">Everything</option>
          {auditActions.map((each) => (
            <option key={each} value={each}>
              {actionName(each)}
            </option>
          ))}
        </Select>
      </div>
      {entries === undefined ? (
        error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Skeletons label="the audit log" rows={3} />
        )
      ) : entries.length === 0 ? (
        <Notice title="Nothing yet" />
      ) : (
        <ul className="history audit" aria-label="Audit log">
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {hasNextPage ? (
        <p className="list-end">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Load more
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Row({ entry }: { entry: AuditEntry }) {
  return (
    <li>
      <p>
        <strong>{actionName(entry.action)}</strong>
        {entry.user_id === undefined ? null : (
          <>
            : <Person id={entry.user_id} />
          </>
        )}
      </p>
      <p className="handle">
        by <Person id={entry.actor_id} otherwise="the server or the command line" /> · <Time value={entry.created_at} />
        {entry.case_id === undefined ? null : (
          <>
            {" "}
            · <Link to={paths.moderationCase(entry.case_id)}>Case</Link>
          </>
        )}
      </p>
      {entry.detail === "" ? null : <p>{entry.detail}</p>}
    </li>
  );
}
