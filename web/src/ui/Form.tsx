import type { ReactNode, SubmitEventHandler } from "react";
import "./Form.css";

interface FormProps {
  problem: string | undefined;
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  children: ReactNode;
}

/** A form, with a problem that concerns none of its fields above them. */
export function Form({ problem, onSubmit, children }: FormProps) {
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      {problem ? (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {children}
    </form>
  );
}
