import { Cell } from "../api/cell";
import { describe } from "../api/problem";
import { toast } from "../ui/toasts";
import { refresh } from "../data/home";

export const isRefreshing = new Cell(false);

/** Brings the home timeline up to date and shows its top; the button, the key and the pull all do this. */
export async function refreshHome(): Promise<void> {
  if (isRefreshing.get()) return;
  isRefreshing.set(true);
  try {
    await refresh();
    window.scrollTo({ top: 0 });
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  } finally {
    isRefreshing.set(false);
  }
}
