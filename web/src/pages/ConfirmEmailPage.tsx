import { useState } from "react";
import { answer, api } from "../api/client";
import { Button, ButtonLink } from "../ui/Button";
import { Form } from "../ui/Form";
import { PageHead } from "../ui/PageHead";
import { paths } from "../ui/paths";
import { useSubmit } from "../ui/useSubmit";

/**
 * Where the link of an email leads that confirms an address. A button confirms it, so that programs that open the links of
 * emails do not. The token is behind the number sign, which is sent to no server.
 */
export default function ConfirmEmailPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [done, setDone] = useState(false);
  const { busy, problem, onSubmit } = useSubmit([], async () => {
    await answer(
      api.POST("/api/roost/v1/email-confirmations/{token}", { params: { path: { token: token === "" ? "none" : token } } }),
    );
    setDone(true);
  });
  return (
    <>
      <PageHead title="Confirm your email address" />
      <Form problem={problem} onSubmit={onSubmit}>
        {done ? (
          <>
            <p role="status">Your email address is confirmed.</p>
            <ButtonLink to={paths.home}>Continue</ButtonLink>
          </>
        ) : (
          <>
            <p>Confirm that this address is yours, and that you have an account here.</p>
            <Button look="primary" type="submit" busy={busy}>
              Confirm
            </Button>
          </>
        )}
      </Form>
    </>
  );
}
