import type { AccountNotice } from "../api/types";
import { Button } from "../ui/Button";
import { momentOf } from "../ui/time";
import { readNotice, useUnreadNotices } from "../data/reporting";
import "./moderation.css";

/** What moderators tell the user, until it is read. */
export function AccountNotices() {
  const { data: notices = [] } = useUnreadNotices();
  return notices.map((notice) => (
    <section key={notice.id} className="account-notice" aria-label="From the moderators">
      <div>
        <p className="name">{titleOf(notice)}</p>
        {notice.reason ? <p className="account-notice-reason">{notice.reason}</p> : null}
      </div>
      <Button onClick={() => void readNotice(notice.id)}>OK</Button>
    </section>
  ));
}

function titleOf({ kind, action, outcome, until }: AccountNotice): string {
  if (kind === "report") {
    return outcome === "action_taken"
      ? "Thank you for your report. The moderators have acted on it."
      : "Thank you for your report. The moderators found nothing against the rules.";
  }
  if (action === "delete") return "The moderators have deleted tweets of yours.";
  if (action === "suspend") return until ? `Your account was suspended until ${momentOf(until)}.` : "Your account was suspended.";
  return "A warning from the moderators";
}
