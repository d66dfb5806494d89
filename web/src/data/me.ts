import { useQuery } from "@tanstack/react-query";
import { Cell, useCell } from "../api/cell";
import { answer, api } from "../api/client";
import { statusOf } from "../api/problem";
import { queries } from "../api/queries";
import type { Me } from "../api/types";
import { forgetSession, mayHaveSession } from "./sessionMark";
import { absorbUsers, users } from "./users";

export const meKey = ["me"] as const;

/** The same as the query's data, for the many components that only read it. */
const me = new Cell<Me | null>(null);

/** The logged-in user, or null for a visitor. */
async function loadMe(): Promise<Me | null> {
  const loaded = mayHaveSession() ? await readMe() : null;
  me.set(loaded);
  return loaded;
}

async function readMe(): Promise<Me | null> {
  try {
    const loaded = (await answer(api.GET("/api/roost/v1/users/me"))).data;
    absorbUsers([loaded]);
    return loaded;
  } catch (error) {
    if (statusOf(error) !== 401) throw error;
    forgetSession();
    return null;
  }
}

export function useMeQuery() {
  return useQuery({ queryKey: meKey, queryFn: loadMe, staleTime: Infinity });
}

/** The logged-in user, or null for a visitor. Use it only once that is loaded. */
export function useMe(): Me | null {
  return useCell(me);
}

export function currentUser(): Me | null {
  return me.get();
}

export function setMe(changed: Me): void {
  users.set(changed.id, changed);
  me.set(changed);
  queries.setQueryData(meKey, changed);
}

/** Several changes in a row need one request. */
const PAUSE = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Reads the user's own counts after something changed them: the server alone counts. */
export function refreshMe(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void readMe().catch(() => undefined), PAUSE);
}
