import type { User } from "../api/types";

/** Whether someone runs this server: told to themselves alone. */
export function isOperator(me: User): boolean {
  return "admin" in me && me.admin === true;
}
