import { type ClipboardEvent, type KeyboardEvent, type RefObject } from "react";
import Completion from "../compose/Completion";
import { unfinishedAt } from "../compose/completion";
import { useCaret } from "../compose/useCaret";

interface MessageFieldProps {
  ref: RefObject<HTMLTextAreaElement | null>;
  text: string;
  isTooLong: boolean;
  countId: string;
  onChange: (text: string) => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPaste: (event: ClipboardEvent) => void;
}

/** The field for the text, which grows with it and completes names. */
export function MessageField({ ref, text, isTooLong, countId, ...on }: MessageFieldProps) {
  const { caret, caretEvents } = useCaret();
  const unfinished = caret === undefined ? undefined : unfinishedAt(text, caret);
  return (
    <div className="message-field">
      <div className="message-field-size" dir="auto" aria-hidden="true">
        {text}{" "}
      </div>
      <textarea
        ref={ref}
        rows={1}
        value={text}
        dir="auto"
        placeholder="Write a message"
        aria-label="Message"
        aria-describedby={countId}
        aria-invalid={isTooLong}
        data-composer
        {...caretEvents}
        onFocus={on.onFocus}
        onChange={(event) => on.onChange(event.target.value)}
        onKeyDown={on.onKeyDown}
        onPaste={on.onPaste}
      />
      {unfinished?.kind === "user" ? <Completion field={ref} text={text} unfinished={unfinished} /> : null}
    </div>
  );
}
