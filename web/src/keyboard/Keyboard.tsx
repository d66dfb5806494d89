import { useEffect } from "react";
import { useCell } from "../api/cell";
import { KeyReader } from "./KeyReader";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { shortcutGroups, shortcutsShown } from "./shortcuts";

/** Listens for shortcuts anywhere on the page. */
export function Keyboard() {
  const shown = useCell(shortcutsShown);

  useEffect(() => {
    const reader = new KeyReader(shortcutGroups.flatMap((group) => group.shortcuts));
    const pressed = (event: KeyboardEvent) => {
      if (!isForShortcuts(event)) return;
      const shortcut = reader.read(event.key, event.timeStamp);
      if (shortcut?.run === undefined) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);

  return shown ? <ShortcutsDialog /> : null;
}

/** Ignores keys that are typed into a field or used by a control or the browser. */
function isForShortcuts(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (!(event.target instanceof HTMLElement)) return true;
  if (event.target.closest("input, textarea, select, dialog, [role=menu]")) return false;
  return event.key !== "Enter" || event.target.matches("article");
}
