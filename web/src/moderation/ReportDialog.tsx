import type { ReportCategory } from "../api/types";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { toast } from "../ui/toasts";
import { textOf, useSubmit } from "../ui/useSubmit";
import { categories } from "../data/moderation";
import { closeReport, type ReportTarget, sendReport } from "../data/reporting";
import "./moderation.css";

/** What is wrong with a user, a tweet or a message. */
export default function ReportDialog({ target }: { target: ReportTarget }) {
  const { user, what, tweetId, messageId } = target;
  const { busy, problem, problemOf, onSubmit } = useSubmit(["note"], async (values) => {
    await sendReport({
      user_id: user.id,
      category: textOf(values, "category") as ReportCategory,
      note: textOf(values, "note"),
      ...(tweetId !== undefined && { tweet_ids: [tweetId] }),
      ...(messageId !== undefined && { message_ids: [messageId] }),
    });
    closeReport();
    toast({ text: "Reported. The moderators will look at it." });
  });
  return (
    <Dialog title={what === "user" ? `Report @${user.username}` : `Report this ${what}`} onClose={closeReport} className="dialog-small">
      <Form problem={problem} onSubmit={onSubmit}>
        <fieldset className="choices">
          <legend>What is wrong?</legend>
          {categories.map(({ value, label }, index) => (
            <label key={value} className="choice">
              <input type="radio" name="category" value={value} defaultChecked={index === 0} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <Field
          label="What should the moderators know?"
          name="note"
          rows={3}
          maxLength={1_000}
          hint={`Optional. @${user.username} doesn't learn who reported them.`}
          problem={problemOf("note")}
        />
        <div className="dialog-buttons">
          <Button onClick={closeReport}>Cancel</Button>
          <Button look="primary" type="submit" busy={busy}>
            Report
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
