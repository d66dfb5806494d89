import { useEffect, useRef } from "react";

/** Coming back from a conversation, the focus is on its entry in the list again. */
export function useArrivingFocus(openId: string | undefined): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    const left = last.current;
    last.current = openId;
    if (openId !== undefined || left === undefined) return undefined;
    // A page takes the focus when it opens, so this comes after it.
    const frame = requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(left)}"]`)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [openId]);
}
