import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import type { Credentials, Registration } from "../api/types";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { forgetDrafts } from "../data/drafts";
import { currentUser, meKey } from "../data/me";

// A session can end elsewhere or expire; the next response says so.
api.use({
  onResponse({ response }) {
    if (response.status === 401 && currentUser() !== null) leave();
  },
});

export async function logIn(credentials: Credentials): Promise<void> {
  await answer(api.POST("/api/roost/v1/sessions", { body: { ...credentials, cookie: true } }));
  await startAfresh();
}

export async function signUp(registration: Registration): Promise<void> {
  await answer(api.POST("/api/roost/v1/users", { body: registration }));
  await logIn({ login: registration.username, password: registration.password });
}

export async function logOut(): Promise<void> {
  try {
    await answer(api.DELETE("/api/roost/v1/sessions/current"));
    forgetDrafts();
    leave();
  } catch (error) {
    toast({ text: `Couldn't log out. ${describe(error)}`, kind: "failure" });
  }
}

/** Reloads the page, so that nothing of this user stays in memory. */
export function leave(): void {
  window.location.assign(paths.home);
}

async function startAfresh(): Promise<void> {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
  await queries.refetchQueries({ queryKey: meKey });
}
