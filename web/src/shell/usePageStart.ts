import { useEffect, useRef } from "react";
import { cameBack, usePath } from "../ui/navigation";

/** A new page begins at its top, and is what keyboards and screen readers go on from. */
export function usePageStart(): void {
  const path = usePath();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!cameBack()) window.scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
}
