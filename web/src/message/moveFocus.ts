import type { KeyboardEvent } from "react";

/** Moves the focus between messages with the arrows, Home and End. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const row = document.activeElement;
  if (!(row instanceof HTMLElement) || !row.matches("article[data-key]")) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("article[data-key]")];
  const at = rows.indexOf(row);
  const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  const next = rows[goal];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}
