import { Cell } from "../api/cell";

export type Appearance = "system" | "light" | "dark";

const KEY = "roost.appearance";

export const appearance = new Cell<Appearance>(read());

function read(): Appearance {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

export function setAppearance(chosen: Appearance): void {
  appearance.set(chosen);
  applyAppearance();
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Without storage, the choice lasts for this visit.
  }
}

/** The style sheet follows the system, unless the page sets an appearance. */
export function applyAppearance(): void {
  const chosen = appearance.get();
  if (chosen === "system") delete document.documentElement.dataset.appearance;
  else document.documentElement.dataset.appearance = chosen;
}
