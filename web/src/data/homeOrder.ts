import { Cell } from "../api/cell";
import type { Preferences } from "../api/types";

export type HomeOrder = Preferences["home"]["order"];

/** `boot.js` reads it, too. */
const KEY = "roost.home-order";

/** The order in which this tab reads the home timeline: what the account chose, as far as this device knows. */
export const homeOrder = new Cell<HomeOrder>(stored());

function stored(): HomeOrder {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "top" || kept === "hybrid" ? kept : "latest";
  } catch {
    return "latest";
  }
}

/** @return whether it was another one before */
export function setHomeOrder(order: HomeOrder): boolean {
  const changed = homeOrder.get() !== order;
  homeOrder.set(order);
  try {
    if (order === "latest") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, order);
  } catch {
    // It is then known for this visit.
  }
  return changed;
}
