import { Records, useRecord } from "../api/records";

/** For how long a member is shown as typing after the server told so. */
const SHOWN = 6_000;

const NOBODY: readonly string[] = [];

/** The members who are typing, by conversation. */
const typing = new Records<readonly string[]>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

export function useTyping(conversationId: string): readonly string[] {
  return useRecord(typing, conversationId) ?? NOBODY;
}

export function noteTyping({ conversation_id: id, user_id: userId }: { conversation_id: string; user_id: string }): void {
  const key = `${id} ${userId}`;
  clearTimeout(timers.get(key));
  timers.set(key, setTimeout(() => endTyping(id, userId), SHOWN));
  const others = (typing.get(id) ?? NOBODY).filter((each) => each !== userId);
  typing.set(id, [...others, userId]);
}

export function endTyping(id: string, userId: string): void {
  const key = `${id} ${userId}`;
  clearTimeout(timers.get(key));
  if (timers.delete(key)) typing.set(id, (typing.get(id) ?? NOBODY).filter((each) => each !== userId));
}
