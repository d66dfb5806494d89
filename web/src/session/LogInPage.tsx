import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Link } from "../ui/Link";
import { PageHead } from "../ui/PageHead";
import { textOf, useSubmit } from "../ui/useSubmit";
import { logIn } from "./session";
import "./session.css";

export default function LogInPage() {
  const { busy, problem, problemOf, onSubmit } = useSubmit(["login", "password"], (values) =>
    logIn({ login: textOf(values, "login"), password: textOf(values, "password") }),
  );
  return (
    <>
      <PageHead title="Log in" />
      <form className="form" onSubmit={onSubmit} noValidate>
        {problem ? (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        ) : null}
        <Field label="Username or e-mail address" name="login" autoComplete="username" problem={problemOf("login")} />
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
          New here? <Link to="/signup">Sign up</Link>
        </p>
      </form>
    </>
  );
}
