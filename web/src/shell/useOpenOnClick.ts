import { useEffect } from "react";
import { navigate } from "../ui/navigation";

/**
 * Opens what an article is about when its free space is clicked: for mice only, for whom a small link is hard to hit.
 * Keyboards and screen readers have the link.
 */
export function useOpenOnClick(): void {
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.defaultPrevented) return;
      if (event.target.closest("a, button, [role=menu], dialog, input, textarea, label")) return;
      const page = event.target.closest<HTMLElement>("[data-page]")?.dataset.page;
      // Who marks a text wants to copy it.
      if (page === undefined || window.getSelection()?.isCollapsed === false) return;
      if (event.ctrlKey || event.metaKey) window.open(page, "_blank", "noopener");
      else navigate(page);
    };
    document.addEventListener("click", clicked);
    return () => document.removeEventListener("click", clicked);
  }, []);
}
