import { useEffect, useRef, useState } from "react";
import { codeOf } from "../api/problem";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Link } from "../ui/Link";
import { PageHead } from "../ui/PageHead";
import { paths } from "../ui/paths";
import { textOf, useSubmit } from "../ui/useSubmit";
import { useCapabilities } from "../data/capabilities";
import { logIn, logInWithCode } from "../session/session";

/** The log-in: the password, and then a code if the user chose a second factor. */
export default function LogInPage() {
  const [challenge, setChallenge] = useState<string>();
  const [isLate, setLate] = useState(false);
  return (
    <>
      <PageHead title="Log in" />
      {challenge === undefined ? (
        <PasswordStep isLate={isLate} onChallenge={setChallenge} />
      ) : (
        <CodeStep
          challenge={challenge}
          onEnd={(late) => {
            setLate(late);
            setChallenge(undefined);
          }}
        />
      )}
    </>
  );
}

interface PasswordStepProps {
  /** Whether the code came too late. */
  isLate: boolean;
  onChallenge: (challenge: string) => void;
}

function PasswordStep({ isLate, onChallenge }: PasswordStepProps) {
  const hasMail = useCapabilities(true)?.mail;
  const { busy, problem, problemOf, onSubmit } = useSubmit(["login", "password"], async (values) => {
    const challenge = await logIn({ login: textOf(values, "login"), password: textOf(values, "password") });
    if (challenge !== undefined) onChallenge(challenge);
  });
  return (
    <Form problem={problem ?? (isLate ? "That took too long. Enter your password again." : undefined)} onSubmit={onSubmit}>
      <Field label="Username or email address" name="login" autoComplete="username" problem={problemOf("login")} />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        problem={problemOf("password")}
      />
      <Button look="primary" type="submit" busy={busy}>
        Log in
      </Button>
      {hasMail ? (
        <p className="form-other">
          <Link to={paths.forgotPassword}>Forgot your password?</Link>
        </p>
      ) : null}
      <p className="form-other">
        New here? <Link to={paths.signUp}>Sign up</Link>
      </p>
    </Form>
  );
}

interface CodeStepProps {
  challenge: string;
  /** Back to the password; `late` if the challenge has expired. */
  onEnd: (late: boolean) => void;
}

function CodeStep({ challenge, onEnd }: CodeStepProps) {
  const [isRecovery, setRecovery] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, problem, problemOf, onSubmit } = useSubmit(["code"], async (values) => {
    try {
      await logInWithCode(challenge, textOf(values, "code"));
    } catch (error) {
      if (codeOf(error) !== "invalid_challenge") throw error;
      onEnd(true);
    }
  });
  useEffect(() => field.current?.focus(), [isRecovery]);
  return (
    <Form problem={problem} onSubmit={onSubmit}>
      {isRecovery ? (
        <Field
          key="recovery"
          ref={field}
          label="Recovery code"
          name="code"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hint="One of those that you saved. Each works once."
          problem={problemOf("code")}
        />
      ) : (
        <Field
          key="app"
          ref={field}
          label="Code from your authenticator app"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          hint="Six digits, new every 30 seconds."
          problem={problemOf("code")}
        />
      )}
      <Button look="primary" type="submit" busy={busy}>
        Log in
      </Button>
      <Button look="quiet" onClick={() => setRecovery(!isRecovery)}>
        {isRecovery ? "Use the authenticator app" : "Use a recovery code"}
      </Button>
      <Button look="quiet" onClick={() => onEnd(false)}>
        Cancel
      </Button>
    </Form>
  );
}
