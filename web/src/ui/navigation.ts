import { useSyncExternalStore } from "react";
import type { BaseLocationHook } from "wouter";

/**
 * Each entry of the browser's history gets a name, so that a list finds its place again when the reader comes back to
 * it, and begins at its top when it is opened anew.
 */
interface EntryState {
  entry: string;
}

const listeners = new Set<() => void>();
let arrivedByHistory = false;

window.history.scrollRestoration = "manual";
window.addEventListener("popstate", () => {
  arrivedByHistory = true;
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

/** Whether the reader came back to this page, or forward to it again. */
export function cameBack(): boolean {
  return arrivedByHistory;
}

export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const state: EntryState = { entry: crypto.randomUUID() };
  arrivedByHistory = false;
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
  if (currentEntry() === "first") navigate("/");
  else window.history.back();
}
