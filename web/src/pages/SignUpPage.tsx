import { Button, ButtonLink } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Link } from "../ui/Link";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { useSearchText } from "../ui/navigation";
import { paths } from "../ui/paths";
import { textOf, useSubmit } from "../ui/useSubmit";
import { useCapabilities } from "../data/capabilities";
import { signUp } from "../session/session";

const FIELDS = ["display_name", "username", "email", "password", "invitation"];

/** Where people register, if this server lets them. */
export default function SignUpPage() {
  const mode = useCapabilities(true)?.registration;
  return (
    <>
      <PageHead title="Sign up" />
      {mode === "closed" ? (
        <Notice title="Registration is closed" action={<ButtonLink to={paths.logIn}>Log in</ButtonLink>}>
          New accounts cannot be created on this server.
        </Notice>
      ) : (
        <SignUpForm byInvitation={mode === "invitation"} />
      )}
    </>
  );
}

function SignUpForm({ byInvitation }: { byInvitation: boolean }) {
  const given = new URLSearchParams(useSearchText()).get("invitation") ?? "";
  const { busy, problem, problemOf, onSubmit } = useSubmit(FIELDS, (values) => {
    const displayName = textOf(values, "display_name");
    return signUp({
      username: textOf(values, "username"),
      email: textOf(values, "email"),
      password: textOf(values, "password"),
      ...(byInvitation && { invitation: textOf(values, "invitation") }),
      ...(displayName && { display_name: displayName }),
    });
  });
  return (
    <Form problem={problem} onSubmit={onSubmit}>
      <Field
        label="Name"
        name="display_name"
        autoComplete="name"
        hint="Shown on your profile. You can change it later."
        problem={problemOf("display_name")}
      />
      <Field
        label="Username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        hint="Letters, digits or underscores."
        problem={problemOf("username")}
      />
      <Field
        label="Email address"
        name="email"
        type="email"
        autoComplete="email"
        hint="We never show it to anyone."
        problem={problemOf("email")}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 8 characters."
        problem={problemOf("password")}
      />
      {byInvitation ? (
        <Field
          label="Invitation"
          name="invitation"
          defaultValue={given}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hint="The code that somebody of this server gave you."
          problem={problemOf("invitation")}
        />
      ) : null}
      <Button look="primary" type="submit" busy={busy}>
        Create account
      </Button>
      <p className="form-other">
        Already have an account? <Link to={paths.logIn}>Log in</Link>
      </p>
    </Form>
  );
}
