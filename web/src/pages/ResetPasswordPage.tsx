import { useState } from "react";
import { answer, api } from "../api/client";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Link } from "../ui/Link";
import { PageHead } from "../ui/PageHead";
import { paths } from "../ui/paths";
import { textOf, useSubmit } from "../ui/useSubmit";

/** Where the link of an email leads. Its token is behind the number sign, which is sent to no server. */
export default function ResetPasswordPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [done, setDone] = useState(false);
  const { busy, problem, problemOf, onSubmit } = useSubmit(["new_password"], async (values) => {
    await answer(
      api.POST("/api/roost/v1/password-resets/{token}", {
        params: { path: { token: token === "" ? "none" : token } },
        body: { new_password: textOf(values, "new_password") },
      }),
    );
    setDone(true);
  });
  return (
    <>
      <PageHead title="Choose a new password" />
      <Form problem={problem} onSubmit={onSubmit}>
        {done ? (
          <>
            <p role="status">Your password was changed, and you were logged out everywhere.</p>
            {/* A new page knows nothing of a session that has ended. */}
            <Button look="primary" onClick={() => window.location.assign(paths.logIn)}>
              Log in
            </Button>
          </>
        ) : (
          <>
            <Field
              label="New password"
              name="new_password"
              type="password"
              autoComplete="new-password"
              hint="At least 8 characters. This logs you out everywhere."
              problem={problemOf("new_password")}
            />
            <Button look="primary" type="submit" busy={busy}>
              Change password
            </Button>
            <p className="form-other">
              Link too old? <Link to={paths.forgotPassword}>Ask for another one</Link>
            </p>
          </>
        )}
      </Form>
    </>
  );
}
