import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { statusOf } from "../api/problem";
import { queries } from "../api/queries";
import type { Me } from "../api/types";
import { forgetSession, mayHaveSession } from "./sessionMark";
import { absorbUsers, users } from "./users";

export const meKey = ["me"] as const;

/** The logged-in user, or null for a visitor. */
async function loadMe(): Promise<Me | null> {
  if (!mayHaveSession()) return null;
  try {
    const me = (await answer(api.GET("/api/roost/v1/users/me"))).data;
    absorbUsers([me]);
    return me;
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
  return useMeQuery().data ?? null;
}

export function currentUser(): Me | null {
  return queries.getQueryData<Me | null>(meKey) ?? null;
}

export function setMe(me: Me): void {
  users.set(me.id, me);
  queries.setQueryData(meKey, me);
}
