import { Records, useRecord } from "../api/records";
import { currentUser } from "./me";

const PREFIX = "roost.searches.";
const MOST = 10;
const NONE: readonly string[] = [];

/** The latest searches on this device, newest first: each user has their own, and visitors too. */
const searches = new Records<readonly string[]>();

const keyOfUser = () => PREFIX + (currentUser()?.id ?? "visitor");

export function useRecentSearches(): readonly string[] {
  return useRecord(searches, keyOfUser()) ?? readRecentSearches();
}

export function readRecentSearches(): readonly string[] {
  return known(keyOfUser());
}

export function addRecentSearch(words: string): void {
  change((recent) => [words, ...without(recent, words)].slice(0, MOST));
}

export function removeRecentSearch(words: string): void {
  change((recent) => without(recent, words));
}

export function forgetSearches(): void {
  change(() => NONE);
}

function without(recent: readonly string[], words: string): readonly string[] {
  return recent.filter((each) => each.toLowerCase() !== words.toLowerCase());
}

function change(to: (recent: readonly string[]) => readonly string[]): void {
  const key = keyOfUser();
  const changed = to(known(key));
  searches.set(key, changed);
  try {
    if (changed.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(changed));
  } catch {
    // Without storage, they live until the page closes.
  }
}

/** Reads what is stored once, so that it is the same object each time. */
function known(key: string): readonly string[] {
  const recent = searches.get(key);
  if (recent !== undefined) return recent;
  const stored = read(key);
  if (stored.length > 0) searches.set(key, stored);
  return stored.length > 0 ? stored : NONE;
}

function read(key: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter((each) => typeof each === "string").slice(0, MOST) : NONE;
  } catch {
    return NONE;
  }
}
