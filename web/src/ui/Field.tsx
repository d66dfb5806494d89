import { type ComponentProps, useId } from "react";

interface FieldProps extends ComponentProps<"input"> {
  label: string;
  hint?: string;
  problem?: string | undefined;
}

/** A line to fill in, with what is wrong with it told at its side. */
export function Field({ label, hint, problem, ...rest }: FieldProps) {
  const id = useId();
  const about = problem ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={problem !== undefined} aria-describedby={about ? `${id}-about` : undefined} {...rest} />
      {about ? (
        <p id={`${id}-about`} className={problem ? "field-problem" : "field-hint"} role={problem ? "alert" : undefined}>
          {about}
        </p>
      ) : null}
    </div>
  );
}
