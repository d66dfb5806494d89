import { type ComponentProps, useId } from "react";
import "./Field.css";

interface FieldProps extends ComponentProps<"input"> {
  label: string;
  /** The number of lines, if more than one. */
  rows?: number;
  hint?: string;
  problem?: string | undefined;
}

/** A form field with a label, and a hint or a problem below. */
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
