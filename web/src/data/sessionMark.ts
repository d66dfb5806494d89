const MARK = "roost_signed_in";

/**
 * Whether this browser may have a session. Scripts cannot read the session cookie, but a second cookie says that it exists,
 * so visitors need no request.
 */
export function mayHaveSession(): boolean {
  return document.cookie.split("; ").some((cookie) => cookie.startsWith(`${MARK}=`));
}

/** Forgets a session that ended while the server could not clear the cookie. */
export function forgetSession(): void {
  document.cookie = `${MARK}=; Path=/; Max-Age=0; SameSite=Strict`;
}
