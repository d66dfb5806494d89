import { useSyncExternalStore } from "react";
import type { BaseLocationHook } from "wouter";
import { randomId } from "../api/randomId";
import { paths } from "./paths";

/**
 * Each entry of the browser's history gets a name, so that a list finds its place again when the reader comes back to
 * it, and begins at its top when it is opened anew.
 */
interface EntryState {
  entry: string;
}

/** How the reader came to a page: it was opened, returned to through the history, or is another part of the page before. */
export type Arrival = "opened" | "returned" | "beside";

const listeners = new Set<() => void>();
let lastArrival: Arrival = "opened";

window.history.scrollRestoration = "manual";
window.addEventListener("popstate", () => {
  lastArrival = "returned";
  tell();
});

function tell(): void {
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentEntry(): string {
  return (window.history.state as EntryState | null)?.entry ?? "first";
}

export function arrival(): Arrival {
  return lastArrival;
}

/** Whether the reader came back to this page, or forward to it again. */
export function cameBack(): boolean {
  return lastArrival === "returned";
}

interface Manner {
  replace?: boolean;
  /** To another part of the same page, which stays where it is. */
  beside?: boolean;
}

/** Opens a page; for who is there already it begins at its top again. */
export function navigate(to: string, { replace = false, beside = false }: Manner = {}): void {
  if (to === window.location.pathname + window.location.search) {
    window.scrollTo(0, 0);
    return;
  }
  const state: EntryState = { entry: randomId() };
  lastArrival = beside ? "beside" : "opened";
  if (replace) window.history.replaceState(state, "", to);
  else window.history.pushState(state, "", to);
  tell();
}

const path = () => window.location.pathname;

export function usePath(): string {
  return useSyncExternalStore(subscribe, path);
}

export function useSearchText(): string {
  return useSyncExternalStore(subscribe, () => window.location.search);
}

/** What the router goes by. */
export const useLocation: BaseLocationHook = () => [usePath(), navigate];

/** Back, or home for who came here from outside. */
export function goBack(): void {
  if (currentEntry() === "first") navigate(paths.home);
  else window.history.back();
}
