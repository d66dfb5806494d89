import type { Invitation } from "../api/types";
import { describe } from "../api/problem";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Skeletons } from "../ui/Skeletons";
import { paths } from "../ui/paths";
import { momentOf } from "../ui/time";
import { toast } from "../ui/toasts";
import { useNow } from "../ui/useNow";
import { textOf, useSubmit } from "../ui/useSubmit";
import { useCapabilities } from "../data/capabilities";
import { createInvitation, deleteInvitation, useInvitations } from "../data/invitations";
import "./moderation.css";

const modes = {
  open: "Anyone can register on this server, so nobody needs an invitation.",
  invitation: "Only people with an invitation can register.",
  closed: "Nobody can register on this server, not even with an invitation.",
};

/** Invitations to register, for operators. */
export function InvitationList() {
  const { data, error, refetch } = useInvitations();
  const mode = useCapabilities(true)?.registration;
  if (error && data === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeletons label="invitations" rows={3} />;
  return (
    <>
      <section className="setting" aria-labelledby="new-invitation">
        <h2 id="new-invitation">New invitation</h2>
        {mode === undefined ? null : <p>{modes[mode]}</p>}
        <NewInvitation />
      </section>
      <section className="setting" aria-labelledby="invitations">
        <h2 id="invitations">Invitations</h2>
        {data.length === 0 ? <p>None.</p> : null}
        <ul className="history">
          {data.map((each) => (
            <Row key={each.code} invitation={each} />
          ))}
        </ul>
      </section>
    </>
  );
}

function NewInvitation() {
  const { busy, problem, problemOf, onSubmit } = useSubmit(["uses", "days"], async (values) => {
    await createInvitation({ uses: Number(textOf(values, "uses")), days: Number(textOf(values, "days")) });
  });
  return (
    <Form problem={problem} onSubmit={onSubmit}>
      <Field label="For how many people" name="uses" type="number" min={1} max={1_000} defaultValue={1} problem={problemOf("uses")} />
      <Field label="For how many days" name="days" type="number" min={1} max={365} defaultValue={7} problem={problemOf("days")} />
      <Button look="primary" type="submit" busy={busy}>
        Invite
      </Button>
    </Form>
  );
}

function Row({ invitation: { code, uses, used, expires_at: end } }: { invitation: Invitation }) {
  const now = useNow();
  const isOver = used >= uses || Date.parse(end) <= now;
  const copy = () => {
    navigator.clipboard.writeText(`${window.location.origin}${paths.signUp}?invitation=${code}`).then(
      () => toast({ text: "Link copied." }),
      () => toast({ text: "Couldn't copy the link.", kind: "failure" }),
    );
  };
  const remove = () => {
    deleteInvitation(code).catch((error: unknown) => toast({ text: describe(error), kind: "failure" }));
  };
  return (
    <li className="moderator">
      <div>
        <p>
          <code>{code}</code>
        </p>
        <p className="handle">
          Used {used} of {uses}, until <time dateTime={end}>{momentOf(end)}</time>
        </p>
      </div>
      {isOver ? null : (
        <Button aria-label={`Copy link of ${code}`} onClick={copy}>
          Copy link
        </Button>
      )}
      <Button aria-label={`Remove ${code}`} onClick={remove}>
        Remove
      </Button>
    </li>
  );
}
