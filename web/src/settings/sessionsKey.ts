/** Under which the own sessions are known. */
export const sessionsKey = ["sessions"];
