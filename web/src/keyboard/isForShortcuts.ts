/** Ignores keys that are typed into a field or used by a control or the browser. */
export function isForShortcuts(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (!(event.target instanceof HTMLElement)) return true;
  if (event.target.closest("input, textarea, select, dialog, [role=menu]")) return false;
  return event.key !== "Enter" || event.target.matches("article");
}
