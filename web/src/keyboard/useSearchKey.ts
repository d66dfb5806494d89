import { useEffect } from "react";
import { focusSearch } from "../search/focusSearch";
import { isForShortcuts } from "./isForShortcuts";
import { SEARCH_KEY } from "./shortcuts";

/** The only shortcut of visitors: the others are for what members do. */
export function useSearchKey(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== SEARCH_KEY || !isForShortcuts(event)) return;
      event.preventDefault();
      focusSearch();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
