import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Link } from "../ui/Link";
import { PageHead } from "../ui/PageHead";
import { paths } from "../ui/paths";
import { textOf, useSubmit } from "../ui/useSubmit";
import { logIn } from "../session/session";

export default function LogInPage() {
  const { busy, problem, problemOf, onSubmit } = useSubmit(["login", "password"], (values) =>
    logIn({ login: textOf(values, "login"), password: textOf(values, "password") }),
  );
  return (
    <>
      <PageHead title="Log in" />
      <Form problem={problem} onSubmit={onSubmit}>
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
        <p className="form-other">
          New here? <Link to={paths.signUp}>Sign up</Link>
        </p>
      </Form>
    </>
  );
}
