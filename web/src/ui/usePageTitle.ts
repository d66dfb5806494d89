import { useEffect } from "react";
import { useCell } from "../api/cell";
import { titleCount } from "./pageTitle";

/** Sets the title of the browser tab, with the number of what is unread. */
export function usePageTitle(title: string): void {
  const unread = useCell(titleCount);
  useEffect(() => {
    const count = unread === 0 ? "" : `(${unread > 99 ? "99+" : unread}) `;
    document.title = `${count}${title} · Roost`;
  }, [title, unread]);
}
