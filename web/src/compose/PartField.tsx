import { type ClipboardEvent, type KeyboardEvent, lazy, Suspense, useRef } from "react";
import { unfinishedAt } from "./completion";
import { useCaret } from "./useCaret";
import { fittingLength, MAXIMUM_WEIGHT, weigh } from "./weight";

const loadCompletion = () => import("./Completion");
const Completion = lazy(loadCompletion);

interface PartFieldProps {
  text: string;
  /** Whether the tweet may be posted without a text. */
  isOptional: boolean;
  label: string;
  placeholder: string;
  describedBy: string;
  autofocus: boolean;
  onChange: (text: string) => void;
  /** Files were pasted. */
  onFiles: (files: readonly File[]) => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** The field for the text of one tweet. */
export function PartField({ text, isOptional, label, placeholder, describedBy, autofocus, ...on }: PartFieldProps) {
  const { weight, fits } = weigh(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const { caret, caretEvents } = useCaret();
  const unfinished = caret === undefined ? undefined : unfinishedAt(text, caret);
  const pasted = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // Some programs copy a text with a picture of it.
    if (files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    on.onFiles(files);
  };
  return (
    <div className="composer-field">
      <Marked text={text} />
      <textarea
        ref={field}
        rows={1}
        value={text}
        dir="auto"
        placeholder={placeholder}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={weight > 0 && !fits && !(isOptional && text.trim() === "")}
        data-autofocus={autofocus || undefined}
        {...caretEvents}
        onFocus={() => {
          void loadCompletion().catch(() => undefined);
          on.onFocus();
        }}
        onChange={(event) => on.onChange(event.target.value)}
        onPaste={pasted}
        onKeyDown={on.onKeyDown}
      />
      {unfinished ? (
        <Suspense fallback={null}>
          <Completion field={field} text={text} unfinished={unfinished} />
        </Suspense>
      ) : null}
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
