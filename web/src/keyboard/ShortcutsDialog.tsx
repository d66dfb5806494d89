import { Dialog } from "../ui/Dialog";
import { shortcutGroups, shortcutsShown } from "./shortcuts";
import "./ShortcutsDialog.css";

const names: Partial<Record<string, string>> = { Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓" };

export function ShortcutsDialog() {
  return (
    <Dialog title="Keyboard shortcuts" onClose={() => shortcutsShown.set(false)} className="dialog-keys">
      <div className="keys">
        {shortcutGroups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.keys}>
                  <dt>{shortcut.does}</dt>
                  <dd>
                    {shortcut.keys.split(/[ +]/).map((key) => (
                      <kbd key={key}>{names[key] ?? key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
