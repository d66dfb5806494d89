import { Records, useRecord } from "../api/records";
import type { User } from "../api/types";

/** All users that responses contained, by ID. */
export const users = new Records<User>();

export function absorbUsers(list: readonly User[]): string[] {
  for (const user of list) users.set(user.id, user);
  return list.map((user) => user.id);
}

export function useUser(id: string): User | undefined {
  return useRecord(users, id);
}
