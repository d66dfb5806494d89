import type { ModerationAction } from "../api/types";

const actions: Record<string, string> = {
  dismiss: "Nothing wrong",
  warn: "Warned",
  delete: "Tweets deleted",
  suspend: "Suspended",
  reinstate: "Suspension lifted",
  suspension_ended: "Suspension ended",
  grant_moderator: "Made a moderator",
  revoke_moderator: "No longer a moderator",
} satisfies Record<ModerationAction, string> & Record<string, string>;

export const auditActions = Object.keys(actions);

/** What was done, for people. */
export function actionName(action: string): string {
  return actions[action] ?? action;
}
