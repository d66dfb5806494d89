import { Cell } from "../api/cell";

export type Appearance = "system" | "light" | "dark";

/** The paper, in the frame of the browser. */
const colors = { light: "#faf6ef", dark: "#171412" } as const;

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

/** The style sheet follows the system, unless the page sets an appearance. The next page does the same in `boot.js`. */
function applyAppearance(): void {
  const chosen = appearance.get();
  if (chosen === "system") delete document.documentElement.dataset.appearance;
  else document.documentElement.dataset.appearance = chosen;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.content = colors[chosen === "system" ? (meta.media.includes("dark") ? "dark" : "light") : chosen];
  }
}
