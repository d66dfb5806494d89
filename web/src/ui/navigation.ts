import { useSyncExternalStore } from "react";
import type { BaseLocationHook } from "wouter";
import { randomId } from "../api/randomId";
import { paths } from "./paths";

/**
 * Each history entry gets a name, so that a list restores its position when the user returns to it, and starts at the top
 * when it is opened again.
 */
interface EntryState {
  entry: string;
}

/** How the user reached a page: by opening it, through the history, or from another part of the same page. */
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

/** Whether the user reached this page through the history. */
export function cameBack(): boolean {
  return lastArrival === "returned";
}

interface Manner {
  replace?: boolean;
  /** To another part of the same page, which keeps its scroll position. */
  beside?: boolean;
}

/** Opens a page, or scrolls to its top if it is open. */
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

/** The location for the router. */
export const useLocation: BaseLocationHook = () => [usePath(), navigate];

/** Goes back, or home if the user came from outside. */
export function goBack(): void {
  if (currentEntry() === "first") navigate(paths.home);
  else window.history.back();
}
