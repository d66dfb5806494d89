import type { Moderator } from "../api/types";
import { describe } from "../api/problem";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Skeletons } from "../ui/Skeletons";
import { Time } from "../ui/Time";
import { toast } from "../ui/toasts";
import { textOf, useSubmit } from "../ui/useSubmit";
import { addModerator, setModerator, useModerators } from "../data/moderation";
import { useUser } from "../data/users";
import { Person } from "./Person";
import "./moderation.css";

/** Who may decide about reports, besides operators. */
export function ModeratorList() {
  const { data, error, refetch } = useModerators();
  if (error && data === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeletons label="moderators" rows={3} />;
  return (
    <>
      <section className="setting" aria-labelledby="add-moderator">
        <h2 id="add-moderator">Add a moderator</h2>
        <NewModerator />
      </section>
      <section className="setting" aria-labelledby="moderators">
        <h2 id="moderators">Moderators</h2>
        {data.length === 0 ? <p>None but the operators.</p> : null}
        <ul className="history">
          {data.map((each) => (
            <Row key={each.user_id} moderator={each} />
          ))}
        </ul>
      </section>
    </>
  );
}

function NewModerator() {
  const { busy, problem, onSubmit } = useSubmit([], async (values, form) => {
    await addModerator(textOf(values, "username"));
    form.reset();
  });
  return (
    <Form problem={problem} onSubmit={onSubmit}>
      <Field label="Username" name="username" autoComplete="off" autoCapitalize="none" />
      <Button look="primary" type="submit" busy={busy}>
        Add
      </Button>
    </Form>
  );
}

function Row({ moderator: { user_id: id, granted_at: at } }: { moderator: Moderator }) {
  const name = useUser(id)?.username ?? id;
  const remove = () => {
    setModerator(id, false).catch((error: unknown) => toast({ text: describe(error), kind: "failure" }));
  };
  return (
    <li className="moderator">
      <p>
        <Person id={id} />, since <Time value={at} />
      </p>
      <Button aria-label={`Remove @${name}`} onClick={remove}>
        Remove
      </Button>
    </li>
  );
}
