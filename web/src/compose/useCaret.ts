import { useRef, useState } from "react";

/** Where the caret is while someone writes; unknown without the focus, with a selection and while an input method is in use. */
export function useCaret() {
  const [caret, setCaret] = useState<number>();
  const isComposing = useRef(false);
  const look = ({ currentTarget: { selectionStart, selectionEnd } }: { currentTarget: HTMLTextAreaElement }) => {
    setCaret(isComposing.current || selectionStart !== selectionEnd ? undefined : selectionStart);
  };
  const caretEvents = {
    onSelect: look,
    onInput: look,
    onBlur: () => setCaret(undefined),
    onCompositionStart: () => {
      isComposing.current = true;
      setCaret(undefined);
    },
    onCompositionEnd: (event: { currentTarget: HTMLTextAreaElement }) => {
      isComposing.current = false;
      look(event);
    },
  };
  return { caret, caretEvents };
}
