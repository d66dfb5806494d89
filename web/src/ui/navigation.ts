import { useSyncExternalStore } from "react";
import type { BaseLocationHook } from "wouter";
import { randomId } from "../api/randomId";
import { paths } from "./paths";

/**
 * Each history entry gets a name, so that a list restores its position when the user returns to it, and starts at the top
 * when it is opened again. The entries of the home timeline share one: its link leads back to where the user was.
 *
 * A dialog has an entry of its own above that of the page, so that Back closes it. When it closes in another way, the entry
 * stays as a spare one: the next dialog or page takes its place, and Back passes over it.
 */
interface EntryState {
  entry: string;
  /** The name of the layer that is open over the page, or empty in a spare entry. */
  layer?: string;
  /** Whether the page below a layer was the first one. */
  isFirst?: boolean;
}

/** How the user reached a page: by opening it, through the history, or from another part of the same page. */
export type Arrival = "opened" | "returned" | "beside";

export const HOME_ENTRY = "home";

const listeners = new Set<() => void>();
const path = () => window.location.pathname;
const search = () => window.location.search;
const address = () => path() + search();
let lastAddress = address();
let lastArrival: Arrival = wasReloaded() ? "returned" : "opened";

/** A reload also keeps the position, and so does a page that the browser had dropped from its memory. */
function wasReloaded(): boolean {
  const [how] = performance.getEntriesByType("navigation");
  return how instanceof PerformanceNavigationTiming && how.type !== "navigate";
}

const state = () => window.history.state as EntryState | null;
let lastState = state();

window.history.scrollRestoration = "manual";
window.addEventListener("popstate", () => {
  const left = lastState;
  lastState = state();
  // The same page is back below a dialog that closed.
  if (lastAddress !== address()) lastArrival = "returned";
  if (left?.layer !== undefined && !layers.has(left.layer) && left.entry === currentEntry()) window.history.back();
  else closeLayers();
  tell();
});

function tell(): void {
  lastAddress = address();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentEntry(): string {
  return state()?.entry ?? (window.location.pathname === paths.home ? HOME_ENTRY : "first");
}

export function arrival(): Arrival {
  return lastArrival;
}

/** Whether the user reached this page through the history, or by the link to the home timeline. */
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
  if (to === address()) {
    window.scrollTo(0, 0);
    return;
  }
  const isHome = to === paths.home;
  const next: EntryState = { entry: isHome ? HOME_ENTRY : randomId() };
  lastArrival = beside ? "beside" : isHome ? "returned" : "opened";
  // A page takes the place of the layer that it was opened from.
  if (replace || state()?.layer !== undefined) replaceState(next, to);
  else pushState(next, to);
  tell();
}

function pushState(next: EntryState, to?: string): void {
  window.history.pushState(next, "", to);
  lastState = next;
}

function replaceState(next: EntryState, to?: string): void {
  window.history.replaceState(next, "", to);
  lastState = next;
}

/** What is open over the page, in the order of opening; `close` returns whether it closed. */
const layers = new Map<string, () => boolean>();

/**
 * Lets the user close a dialog by going back, as on every phone.
 *
 * @param close closes the dialog, unless it returns false
 * @returns what to call once it is closed
 */
export function openLayer(close: () => boolean): () => void {
  const layer = randomId();
  layers.set(layer, close);
  enter(layer);
  return () => {
    layers.delete(layer);
    if (state()?.layer === layer) makeSpare();
  };
}

function enter(layer: string): void {
  const isFirst = state() === null || state()?.isFirst === true;
  const next: EntryState = { entry: currentEntry(), layer, isFirst };
  if (state()?.layer === "") replaceState(next);
  else pushState(next);
}

function makeSpare(): void {
  replaceState({ ...state(), entry: currentEntry(), layer: "" });
}

/** Closes the layers above the one that the history returned to, unless they stay. */
function closeLayers(): void {
  const names = [...layers.keys()];
  for (const layer of names.slice(names.indexOf(state()?.layer ?? "") + 1).reverse()) {
    const close = layers.get(layer);
    layers.delete(layer);
    if (close === undefined || close()) continue;
    layers.set(layer, close);
    enter(layer);
    return;
  }
}

// A reload closes what was open over the page.
if (state()?.layer !== undefined) makeSpare();

export function usePath(): string {
  return useSyncExternalStore(subscribe, path);
}

export function useSearchText(): string {
  return useSyncExternalStore(subscribe, search);
}

/** The path and the search text. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, address);
}

/** The location for the router. */
export const useLocation: BaseLocationHook = () => [usePath(), navigate];

/** Goes back, or to another page if the user came from outside. */
export function goBack(otherwise: string = paths.home): void {
  if (state() === null || state()?.isFirst) navigate(otherwise);
  else window.history.back();
}
