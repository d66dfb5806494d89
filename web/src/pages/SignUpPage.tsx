import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Link } from "../ui/Link";
import { PageHead } from "../ui/PageHead";
import { paths } from "../ui/paths";
import { textOf, useSubmit } from "../ui/useSubmit";
import { signUp } from "../session/session";

const FIELDS = ["display_name", "username", "email", "password"];

export default function SignUpPage() {
  const { busy, problem, problemOf, onSubmit } = useSubmit(FIELDS, (values) => {
    const displayName = textOf(values, "display_name");
    return signUp({
      username: textOf(values, "username"),
      email: textOf(values, "email"),
      password: textOf(values, "password"),
      ...(displayName && { display_name: displayName }),
    });
  });
  return (
    <>
      <PageHead title="Sign up" />
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
        <Button look="primary" type="submit" busy={busy}>
          Create account
        </Button>
        <p className="form-other">
          Already have an account? <Link to={paths.logIn}>Log in</Link>
        </p>
      </Form>
    </>
  );
}
