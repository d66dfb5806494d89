import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import type { Credentials, Registration } from "../api/types";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { forgetDrafts } from "../data/drafts";
import { forgetPage } from "../data/keptPage";
import { currentUser, meKey } from "../data/me";
import { forgetPending } from "../data/pendingMessages";
import { forgetSearches } from "../data/recentSearches";
import { markEnded } from "./ended";
import { rememberNewcomer } from "./nextPage";

// A session can end elsewhere or expire; the next response says so.
api.use({
  onResponse({ response }) {
    if (response.status === 401 && currentUser() !== null) sessionEnded();
  },
});

export async function logIn(credentials: Credentials): Promise<void> {
  await answer(api.POST("/api/roost/v1/sessions", { body: { ...credentials, cookie: true } }));
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
  window.location.reload();
}

async function startAfresh(): Promise<void> {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
  await queries.refetchQueries({ queryKey: meKey });
}
