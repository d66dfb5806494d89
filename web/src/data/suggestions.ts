import { useEffect } from "react";
import { useQuery } from "@tanstack/react-query";
import { Cell, useCell } from "../api/cell";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import { Records, useRecord } from "../api/records";
import type { Suggestion } from "../api/types";
import { toast } from "../ui/toasts";
import { absorbUsers } from "./users";

const suggestionsKey = ["suggestions"] as const;
const LIMIT = 30;
const STALE_AFTER = 5 * 60_000;

/** Why a user is suggested, by the user's ID. */
const reasons = new Records<Suggestion>();

async function load(): Promise<string[]> {
  const query = { limit: LIMIT };
  const { data, includes } = await answer(api.GET("/api/roost/v1/users/suggestions", { params: { query } }));
  absorbUsers(includes.users);
  for (const suggestion of data) reasons.set(suggestion.user_id, suggestion);
  return data.map((suggestion) => suggestion.user_id);
}

/** The IDs of users to follow, the best suggestion first. */
export function useSuggestions() {
  return useQuery({ queryKey: suggestionsKey, queryFn: load, staleTime: STALE_AFTER });
}

export function useSuggestion(userId: string): Suggestion | undefined {
  return useRecord(reasons, userId);
}

/** Removes a suggestion at once, and puts it back if the server does not remove it. */
export async function dismiss(userId: string): Promise<void> {
  const before = queries.getQueryData<string[]>(suggestionsKey);
  queries.setQueryData<string[]>(suggestionsKey, (ids) => ids?.filter((id) => id !== userId));
  try {
    await answer(api.DELETE("/api/roost/v1/users/suggestions/{id}", { params: { path: { id: userId } } }));
  } catch (error) {
    queries.setQueryData(suggestionsKey, before);
    toast({ text: `Couldn't remove the suggestion. ${describe(error)}`, kind: "failure" });
  }
}

/** How many lists of all suggestions are shown; beside one, the right column need not repeat it. */
const lists = new Cell(0);

export function useListed(): boolean {
  return useCell(lists) > 0;
}

/** Called by each list of all suggestions. */
export function useAsList(): void {
  useEffect(() => {
    lists.update((count) => count + 1);
    return () => lists.update((count) => count - 1);
  }, []);
}
