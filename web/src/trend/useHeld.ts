import { type RefObject, useEffect, useState } from "react";

/** Whether the reader points at an element, or has the focus in it. */
export function useHeld(element: RefObject<HTMLElement | null>): boolean {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  useEffect(() => {
    const held = element.current;
    if (held === null) return undefined;
    // A finger points at something only while it presses it.
    const entered = ({ pointerType }: PointerEvent) => setPointed(pointerType === "mouse");
    const left = () => setPointed(false);
    const focused = () => setFocused(true);
    const blurred = ({ relatedTarget }: FocusEvent) => setFocused(relatedTarget instanceof Node && held.contains(relatedTarget));
    held.addEventListener("pointerenter", entered);
    held.addEventListener("pointerleave", left);
    held.addEventListener("focusin", focused);
    held.addEventListener("focusout", blurred);
    return () => {
      held.removeEventListener("pointerenter", entered);
      held.removeEventListener("pointerleave", left);
      held.removeEventListener("focusin", focused);
      held.removeEventListener("focusout", blurred);
    };
  }, [element]);
  return isPointed || isFocused;
}
