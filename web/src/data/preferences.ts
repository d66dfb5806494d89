import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import type { Preferences } from "../api/types";
import { toast } from "../ui/toasts";

const key = ["preferences"];
const ENDPOINT = "/api/roost/v1/users/me/preferences";

export function usePreferences() {
  return useQuery({ queryKey: key, queryFn: async () => (await answer(api.GET(ENDPOINT))).data });
}

type Change = { [Part in keyof Preferences]?: Partial<Preferences[Part]> };

let last: Promise<void> = Promise.resolve();

/** Changes preferences at once, and back if the server rejects that. */
export function prefer(change: Change): void {
  const before = queries.getQueryData<Preferences>(key);
  if (before === undefined) return;
  // A read that is under way would bring back what was before.
  void queries.cancelQueries({ queryKey: key });
  queries.setQueryData<Preferences>(key, {
    notifications: { ...before.notifications, ...change.notifications },
    messages: { ...before.messages, ...change.messages },
    home: { ...before.home, ...change.home },
    push: { ...before.push, ...change.push },
  });
  // One after the other, so that the server ends up with what is shown.
  last = last.then(() => save(change, before));
}

async function save(change: Change, before: Preferences): Promise<void> {
  try {
    await answer(api.PATCH(ENDPOINT, { body: change }));
  } catch (error) {
    queries.setQueryData<Preferences>(key, before);
    toast({ text: describe(error), kind: "failure" });
  }
}
