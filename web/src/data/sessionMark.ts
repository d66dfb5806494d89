const MARK = "roost_signed_in";

/**
 * Whether the server has given this browser a session. The session's own cookie is not for scripts to read; the one that goes with
 * it tells that much, so that nothing has to be asked for a visitor.
 */
export function mayHaveSession(): boolean {
  return document.cookie.split("; ").some((cookie) => cookie.startsWith(`${MARK}=`));
}

/** The session is over, and the server could not tell this browser so. */
export function forgetSession(): void {
  document.cookie = `${MARK}=; Path=/; Max-Age=0; SameSite=Strict`;
}
