import { useState } from "react";
import { answer, api } from "../api/client";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Link } from "../ui/Link";
import { PageHead } from "../ui/PageHead";
import { paths } from "../ui/paths";
import { textOf, useSubmit } from "../ui/useSubmit";

/** Asks for a link to set a new password. It does not tell whether an address has an account. */
export default function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string>();
  const { busy, problem, problemOf, onSubmit } = useSubmit(["email"], async (values) => {
    const email = textOf(values, "email").trim();
    await answer(api.POST("/api/roost/v1/password-resets", { body: { email } }));
    setSentTo(email);
  });
  return (
    <>
      <PageHead title="Reset your password" />
      <Form problem={problem} onSubmit={onSubmit}>
        {sentTo === undefined ? (
          <>
            <Field
              label="Email address"
              name="email"
              type="email"
              autoComplete="email"
              hint="We send you a link to choose a new password."
              problem={problemOf("email")}
            />
            <Button look="primary" type="submit" busy={busy}>
              Send link
            </Button>
          </>
        ) : (
          <p role="status">
            If {sentTo} belongs to an account, a link is on its way. It works for 30 minutes. Look into your spam folder, too.
          </p>
        )}
        <p className="form-other">
          Remember it? <Link to={paths.logIn}>Log in</Link>
        </p>
      </Form>
    </>
  );
}
