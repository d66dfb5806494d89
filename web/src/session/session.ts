import { answer, api } from "../api/client";
import { challengeOf, describe } from "../api/problem";
import { queries } from "../api/queries";
import type { Credentials, Registration } from "../api/types";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { forgetDrafts } from "../data/drafts";
import { forgetPage } from "../data/keptPage";
import { currentUser, meKey } from "../data/me";
import { forgetPending } from "../data/pendingMessages";
import { forgetPush } from "../data/push";
import { forgetSearches } from "../data/recentSearches";
import { markEnded } from "./ended";
import { rememberNewcomer } from "./nextPage";

// A session can end elsewhere or expire; the next response says so.
api.use({
  onResponse({ response }) {
    if (response.status === 401 && currentUser() !== null) sessionEnded();
  },
});

/** Logs in, or returns the challenge to send with a code, if the user chose a second factor. */
export async function logIn(credentials: Credentials): Promise<string | undefined> {
  try {
    await answer(api.POST("/api/roost/v1/sessions", { body: { ...credentials, cookie: true } }));
  } catch (error) {
    const challenge = challengeOf(error);
    if (challenge === undefined) throw error;
    return challenge;
  }
  await startAfresh();
  return undefined;
}

/** Completes a log-in with a code of the authenticator app or a recovery code. */
export async function logInWithCode(challenge: string, code: string): Promise<void> {
  await answer(api.POST("/api/roost/v1/sessions/second-factor", { body: { challenge, code, cookie: true } }));
  await startAfresh();
}

export async function signUp(registration: Registration): Promise<void> {
  await answer(api.POST("/api/roost/v1/users", { body: registration }));
  rememberNewcomer();
  await logIn({ login: registration.username, password: registration.password });
}

/** The stream ends with the session, before the response arrives. */
let isLoggingOut = false;

export async function logOut(): Promise<void> {
  isLoggingOut = true;
  try {
    await answer(api.DELETE("/api/roost/v1/sessions/current"));
    forgetDrafts();
    forgetPending();
    forgetPage();
    forgetSearches();
    await forgetPush();
    // A new page has nothing of this user in its memory.
    window.location.assign(paths.home);
  } catch (error) {
    isLoggingOut = false;
    toast({ text: `Couldn't log out. ${describe(error)}`, kind: "failure" });
  }
}

/** The session ended elsewhere or expired: the same page asks for a log-in. Drafts stay, for they belong to the user. */
export function sessionEnded(): void {
  if (isLoggingOut) return;
  markEnded();
  forgetPage();
  void forgetPush().then(() => window.location.reload());
}

async function startAfresh(): Promise<void> {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
  await queries.refetchQueries({ queryKey: meKey });
}
