import { type ComponentProps, useId } from "react";
import "./Field.css";

interface FieldProps extends ComponentProps<"input"> {
  label: string;
  /** Several lines instead of one. */
  rows?: number;
  hint?: string;
  problem?: string | undefined;
}

/** Something to fill in, with what is wrong with it told at its side. */
export function Field({ label, rows, hint, problem, ...rest }: FieldProps) {
  const id = useId();
  const about = problem ?? hint;
  const described = {
    id,
    "aria-invalid": problem !== undefined,
    "aria-describedby": about ? `${id}-about` : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input {...described} {...rest} />
      ) : (
        <textarea {...described} rows={rows} name={rest.name} defaultValue={rest.defaultValue} />
      )}
      {about ? (
        <p id={`${id}-about`} className={problem ? "field-problem" : "field-hint"} role={problem ? "alert" : undefined}>
          {about}
        </p>
      ) : null}
    </div>
  );
}
