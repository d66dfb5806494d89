import { answer, api } from "../api/client";
import { Records, useRecord } from "../api/records";
import type { User } from "../api/types";

/** All users that responses contained, by ID. */
export const users = new Records<User>();

export function absorbUsers(list: readonly User[]): string[] {
  for (const user of list) users.set(user.id, user);
  return list.map((user) => user.id);
}

/** Loads a user who is not known yet. */
export async function loadUser(id: string): Promise<void> {
  if (users.get(id) !== undefined) return;
  try {
    absorbUsers([(await answer(api.GET("/api/roost/v1/users/{id}", { params: { path: { id } } }))).data]);
  } catch {
    // What names the user is useful without it.
  }
}

export function useUser(id: string): User | undefined {
  return useRecord(users, id);
}
