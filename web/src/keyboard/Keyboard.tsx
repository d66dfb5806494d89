import { useEffect } from "react";
import { useCell } from "../api/cell";
import { KeyReader } from "./KeyReader";
import { isForShortcuts } from "./isForShortcuts";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { shortcutGroups, shortcutsShown } from "./shortcuts";

/** Listens for shortcuts anywhere on the page. */
export function Keyboard() {
  const shown = useCell(shortcutsShown);

  useEffect(() => {
    // A part of the page can have another use for the same key.
    const reader = new KeyReader(shortcutGroups.flatMap((group) => group.shortcuts.filter(({ run }) => run !== undefined)));
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
