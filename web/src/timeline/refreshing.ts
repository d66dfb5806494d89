import { Cell } from "../api/cell";
import { describe } from "../api/problem";
import { toast } from "../ui/toasts";
import { refresh } from "../data/home";
import { goToTop } from "./wayBack";

export const isRefreshing = new Cell(false);

/** Refreshes the home timeline and scrolls to its top, for the button, the shortcut and the pull. */
export async function refreshHome(): Promise<void> {
  if (isRefreshing.get()) return;
  isRefreshing.set(true);
  try {
    await refresh();
    goToTop();
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  } finally {
    isRefreshing.set(false);
  }
}
