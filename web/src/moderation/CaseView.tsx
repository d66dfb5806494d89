import { useState } from "react";
import type { Decision, ModerationCase, OpenedCase, Report, ReportedItem } from "../api/types";
import { describe } from "../api/problem";
import { Button } from "../ui/Button";
import { Link } from "../ui/Link";
import { Time } from "../ui/Time";
import { paths } from "../ui/paths";
import { momentOf } from "../ui/time";
import { toast } from "../ui/toasts";
import { categoryName, claim, release } from "../data/moderation";
import { useMe } from "../data/me";
import { DecisionForm } from "./DecisionForm";
import { actionName } from "./names";
import { Person } from "./Person";
import "./moderation.css";

/** A case: what was reported, what was decided before, and the decision. */
export function CaseView({ opened }: { opened: OpenedCase }) {
  const { summary, reports, history } = opened;
  const me = useMe();
  const mine = summary.claimed_by !== undefined && summary.claimed_by === me?.id;
  return (
    <>
      <section className="setting" aria-labelledby="case-reports">
        <h2 id="case-reports">{reports.length === 1 ? "1 report" : `${reports.length} reports`}</h2>
        {reports.length === 0 ? <p>They are no longer kept.</p> : reports.map((report) => <ReportView key={report.id} report={report} />)}
      </section>
      {history.length === 0 ? null : (
        <section className="setting" aria-labelledby="case-history">
          <h2 id="case-history">Decided before</h2>
          <ul className="history">
            {history.map((decision) => (
              <HistoryRow key={decision.id} decision={decision} />
            ))}
          </ul>
        </section>
      )}
      {summary.closed_at === undefined ? (
        <section className="setting" aria-labelledby="case-decision">
          <h2 id="case-decision">Decision</h2>
          <Claim summary={summary} mine={mine} />
          {mine ? <DecisionForm opened={opened} /> : null}
        </section>
      ) : null}
    </>
  );
}

/** Only who claims a case decides, so that two moderators do not work on the same. */
function Claim({ summary, mine }: { summary: ModerationCase; mine: boolean }) {
  const [busy, setBusy] = useState(false);
  const change = (run: (id: string) => Promise<void>) => {
    setBusy(true);
    run(summary.id)
      .catch((error: unknown) => toast({ text: describe(error), kind: "failure" }))
      .finally(() => setBusy(false));
  };
  if (mine) {
    return (
      <p>
        The case is yours for 15 minutes.{" "}
        <Button busy={busy} onClick={() => change(release)}>
          Release it
        </Button>
      </p>
    );
  }
  return (
    <p>
      {summary.claimed_by === undefined ? null : (
        <>
          <Person id={summary.claimed_by} /> looks at it.{" "}
        </>
      )}
      <Button look="primary" busy={busy} onClick={() => change(claim)}>
        Claim this case
      </Button>
    </p>
  );
}

function ReportView({ report }: { report: Report }) {
  return (
    <article className="report" aria-label={`Report: ${categoryName(report.category)}`}>
      <p className="handle">
        <strong>{categoryName(report.category)}</strong> · by <Person id={report.reporter_id} /> · <Time value={report.created_at} />
      </p>
      {report.note === "" ? null : <p className="report-note">{report.note}</p>}
      {report.items.map((item) => (
        <ItemView key={item.kind + item.id} item={item} author={report.display_name} />
      ))}
    </article>
  );
}

/** A tweet or message as it was when it was reported. */
function ItemView({ item, author }: { item: ReportedItem; author: string }) {
  if (item.missing) {
    return <p className="handle">The reporter did not see this {item.kind}.</p>;
  }
  return (
    <blockquote className="report-item">
      <p className="handle">
        <bdi className="name">{author}</bdi>
        {item.created_at === undefined ? null : <> · {momentOf(item.created_at)}</>}
        {item.kind === "message" ? " · private message" : null}
        {item.revision ? " · edited" : null}
      </p>
      {item.content_warning === undefined ? null : <p className="tag">{item.content_warning}</p>}
      {item.text ? (
        <p className="report-text" dir="auto">
          {item.text}
        </p>
      ) : null}
      {item.media?.map((file) => (
        <p key={file.media_id} className="handle">
          Media: {file.alt_text === "" ? "without a description" : file.alt_text}
        </p>
      ))}
      {item.kind === "tweet" ? <Link to={paths.tweet(item.id)}>Open the tweet</Link> : null}
    </blockquote>
  );
}

function HistoryRow({ decision }: { decision: Decision }) {
  return (
    <li>
      <p>
        <strong>{actionName(decision.action)}</strong>
        {decision.until === undefined ? null : ` until ${momentOf(decision.until)}`} · <Person id={decision.moderator_id} otherwise="an operator" /> ·{" "}
        <Time value={decision.created_at} />
      </p>
      {decision.reason === "" ? null : <p className="handle">{decision.reason}</p>}
    </li>
  );
}
