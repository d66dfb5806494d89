import { useState } from "react";
import type { ModerationAction, OpenedCase } from "../api/types";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { textOf, useSubmit } from "../ui/useSubmit";
import { decide } from "../data/moderation";
import { Select } from "./Select";

const DAY = 86_400_000;

const choices: readonly { value: ModerationAction; label: string; about: string }[] = [
  { value: "dismiss", label: "Nothing is wrong", about: "The user is not told." },
  { value: "warn", label: "Warn the user", about: "They see the reason at their next visit." },
  { value: "delete", label: "Delete the reported tweets", about: "They disappear for everyone." },
  { value: "suspend", label: "Suspend the account", about: "It can't log in, and nothing it wrote is shown." },
];

const lengths = [
  { days: 1, label: "A day" },
  { days: 7, label: "A week" },
  { days: 30, label: "30 days" },
  { days: 0, label: "No end" },
];

/** What the moderator decides. */
export function DecisionForm({ opened }: { opened: OpenedCase }) {
  const { summary, reports } = opened;
  const tweets = [...new Set(reports.flatMap(({ items }) => items).filter(({ kind, missing }) => kind === "tweet" && !missing))].map(({ id }) => id);
  const possible = choices.filter(({ value }) => value !== "delete" || tweets.length > 0);
  const [action, setAction] = useState<ModerationAction>("dismiss");
  const [days, setDays] = useState(7);
  const { busy, problem, problemOf, onSubmit } = useSubmit(["reason"], async (values) => {
    await decide(summary.id, {
      action,
      reason: textOf(values, "reason"),
      last_report_id: reports[0]?.id ?? "0",
      ...(action === "delete" && { tweet_ids: [...new Set(tweets)].slice(0, 20) }),
      ...(action === "suspend" && days > 0 && { until: new Date(Date.now() + days * DAY).toISOString() }),
    });
    toast({ text: "Decided." });
    navigate(paths.moderation());
  });
  return (
    <Form problem={problem} onSubmit={onSubmit}>
      <fieldset className="choices">
        <legend>What happens</legend>
        {possible.map(({ value, label, about }) => (
          <label key={value} className="choice">
            <input type="radio" name="action" checked={action === value} onChange={() => setAction(value)} />
            <span>
              {label}
              <span className="choice-about">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {action === "suspend" ? (
        <Select label="How long" value={String(days)} onChange={(value) => setDays(Number(value))}>
          {lengths.map((length) => (
            <option key={length.days} value={length.days}>
              {length.label}
            </option>
          ))}
        </Select>
      ) : null}
      {action === "dismiss" ? null : (
        <Field label="Reason, for the user" name="reason" rows={3} hint="Name the rule that was broken." problem={problemOf("reason")} />
      )}
      <Button look={action === "suspend" || action === "delete" ? "danger" : "primary"} type="submit" busy={busy}>
        Decide
      </Button>
    </Form>
  );
}
