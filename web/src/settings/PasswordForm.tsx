import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { toast } from "../ui/toasts";
import { textOf, useSubmit } from "../ui/useSubmit";
import { useMe } from "../data/me";
import { sessionsKey } from "./sessionsKey";
import "./setting.css";

const FIELDS = ["current_password", "new_password"];

/** Changes the password, which ends all other sessions. */
export function PasswordForm() {
  const me = useMe();
  const { busy, problem, problemOf, onSubmit } = useSubmit(FIELDS, async (values, form) => {
    await answer(
      api.PUT("/api/roost/v1/users/me/password", {
        body: {
          current_password: textOf(values, "current_password"),
          new_password: textOf(values, "new_password"),
        },
      }),
    );
    form.reset();
    toast({ text: "Password changed. You were logged out everywhere else." });
    await queries.invalidateQueries({ queryKey: sessionsKey });
  });
  return (
    <section className="setting" aria-labelledby="setting-password">
      <h2 id="setting-password">Password</h2>
      <Form problem={problem} onSubmit={onSubmit}>
        {/* Password managers need the username of the password. */}
        <input type="hidden" name="username" autoComplete="username" value={me?.username ?? ""} readOnly />
        <Field
          label="Current password"
          name="current_password"
          type="password"
          autoComplete="current-password"
          problem={problemOf("current_password")}
        />
        <Field
          label="New password"
          name="new_password"
          type="password"
          autoComplete="new-password"
          hint="At least 8 characters. This logs you out everywhere else."
          problem={problemOf("new_password")}
        />
        <Button look="primary" type="submit" busy={busy}>
          Change password
        </Button>
      </Form>
    </section>
  );
}
