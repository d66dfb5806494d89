const KEY = "roost.ended";

/** Remembers across the reload where the user was when the session ended. */
export function markEnded(): void {
  try {
    sessionStorage.setItem(KEY, window.location.pathname);
  } catch {
    // The page is shown as to any visitor.
  }
}

/** The page on which the session ended, once. */
export function takeEnded(): string | undefined {
  try {
    const path = sessionStorage.getItem(KEY) ?? undefined;
    sessionStorage.removeItem(KEY);
    return path;
  } catch {
    return undefined;
  }
}
