import type { KeyboardEvent } from "react";
import { fittingLength, MAXIMUM_WEIGHT, weigh } from "./weight";

interface PartFieldProps {
  text: string;
  label: string;
  placeholder: string;
  describedBy: string;
  autofocus: boolean;
  onChange: (text: string) => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** The field for the text of one tweet. */
export function PartField({ text, label, placeholder, describedBy, autofocus, onChange, onFocus, onKeyDown }: PartFieldProps) {
  const { weight, fits } = weigh(text);
  return (
    <div className="composer-field">
      <Marked text={text} />
      <textarea
        rows={1}
        value={text}
        dir="auto"
        placeholder={placeholder}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={weight > 0 && !fits}
        data-autofocus={autofocus || undefined}
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** The same text behind the field, which gives it its height and marks what is too much. */
function Marked({ text }: { text: string }) {
  const end = weigh(text).weight <= MAXIMUM_WEIGHT ? text.length : fittingLength(text);
  return (
    <div className="composer-marked" dir="auto" aria-hidden="true">
      {text.slice(0, end)}
      <mark>{text.slice(end)}</mark>{" "}
    </div>
  );
}
