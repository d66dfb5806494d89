import { useEffect } from "react";
import { navigate } from "../ui/navigation";

/**
 * Opens the page of an article when its free space is clicked, because a small link is hard to hit with a mouse. Keyboards
 * and screen readers use the link.
 */
export function useOpenOnClick(): void {
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      const isMiddle = event.type === "auxclick" && event.button === 1;
      if (event.type === "auxclick" && !isMiddle) return;
      if (!(event.target instanceof Element) || event.defaultPrevented) return;
      if (event.target.closest("a, button, [role=menu], dialog, [popover], video, input, textarea, label")) return;
      const page = event.target.closest<HTMLElement>("[data-page]")?.dataset.page;
      // A selection is for copying.
      if (page === undefined || window.getSelection()?.isCollapsed === false) return;
      if (isMiddle || event.ctrlKey || event.metaKey) window.open(page, "_blank", "noopener");
      else navigate(page);
    };
    document.addEventListener("click", clicked);
    document.addEventListener("auxclick", clicked);
    return () => {
      document.removeEventListener("click", clicked);
      document.removeEventListener("auxclick", clicked);
    };
  }, []);
}
