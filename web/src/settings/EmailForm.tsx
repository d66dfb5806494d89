import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { toast } from "../ui/toasts";
import { textOf, useSubmit } from "../ui/useSubmit";
import { useCapabilities } from "../data/capabilities";
import "./setting.css";

const emailKey = ["email"] as const;

/** The user's address, whether it is confirmed, and another one that may replace it. Nothing on servers without emails. */
export function EmailForm() {
  const mails = useCapabilities(true)?.mail === true;
  const { data: email } = useQuery({
    queryKey: emailKey,
    queryFn: async () => (await answer(api.GET("/api/roost/v1/users/me/email"))).data,
    enabled: mails,
  });
  const { busy, problem, problemOf, onSubmit } = useSubmit(["email", "current_password"], async (values, form) => {
    const address = textOf(values, "email").trim();
    await answer(
      api.PATCH("/api/roost/v1/users/me/email", {
        body: { email: address, current_password: textOf(values, "current_password") },
      }),
    );
    form.reset();
    toast({ text: `Open the link that we sent to ${address}.` });
    await queries.invalidateQueries({ queryKey: emailKey });
  });
  if (email === undefined) return null;
  const unconfirmed = email.next ?? (email.confirmed ? undefined : email.address);
  return (
    <section className="setting" aria-labelledby="setting-email">
      <h2 id="setting-email">Email address</h2>
      <p>
        {email.address} {email.confirmed ? "(confirmed)" : "(not confirmed)"}
      </p>
      {unconfirmed === undefined ? null : (
        <>
          <p role="status">Open the link that we sent to {unconfirmed} to confirm it.</p>
          <Button onClick={() => void resend()}>Send the link again</Button>
        </>
      )}
      <Form problem={problem} onSubmit={onSubmit}>
        <Field label="New email address" name="email" type="email" autoComplete="email" problem={problemOf("email")} />
        <Field
          label="Your password"
          name="current_password"
          type="password"
          autoComplete="current-password"
          hint="Your address changes when you open the link that we send to the new one."
          problem={problemOf("current_password")}
        />
        <Button look="primary" type="submit" busy={busy}>
          Change email address
        </Button>
      </Form>
    </section>
  );
}

async function resend(): Promise<void> {
  try {
    await answer(api.POST("/api/roost/v1/users/me/email/confirmations"));
    toast({ text: "We sent the link again." });
  } catch (error) {
    toast({ text: `Couldn't send the link. ${describe(error)}`, kind: "failure" });
  }
}
