import { useEffect, useRef } from "react";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { useSubmit } from "../ui/useSubmit";
import { useMe } from "../data/me";

interface ConfirmFormProps {
  /** What the button says. */
  action: string;
  /** What the user has to prove. */
  fields: readonly ("password" | "code")[];
  send: (values: FormData) => Promise<void>;
  onCancel: () => void;
}

/** Asks for the password or a code before something that a found device must not be enough for. */
export function ConfirmForm({ action, fields, send, onCancel }: ConfirmFormProps) {
  const me = useMe();
  const first = useRef<HTMLInputElement>(null);
  const { busy, problem, problemOf, onSubmit } = useSubmit(fields, send);
  useEffect(() => first.current?.focus(), []);
  return (
    <Form problem={problem} onSubmit={onSubmit}>
      {fields.includes("password") ? (
        <>
          {/* Password managers need the username of the password. */}
          <input type="hidden" name="username" autoComplete="username" value={me?.username ?? ""} readOnly />
          <Field
            ref={first}
            label="Your password"
            name="password"
            type="password"
            autoComplete="current-password"
            problem={problemOf("password")}
          />
        </>
      ) : null}
      {fields.includes("code") ? (
        <Field
          ref={fields.includes("password") ? undefined : first}
          label={fields.includes("password") ? "Code from the app, or a recovery code" : "Code from the app"}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          problem={problemOf("code")}
        />
      ) : null}
      <div className="setting-buttons">
        <Button look="primary" type="submit" busy={busy}>
          {action}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </Form>
  );
}
