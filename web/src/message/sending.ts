import { answer, api } from "../api/client";
import { randomId } from "../api/randomId";
import { recovered } from "../api/recovery";
import type { NewMessage } from "../api/types";
import { type Draft, EMPTY_DRAFT, EMPTY_PART } from "../data/draftParts";
import { keepDraft } from "../data/drafts";
import { receiveMessage } from "../data/messages";
import { arrived, type PendingMessage, restorePending } from "../data/pendingMessages";
import { discardAll, forgetAll, readyIds, retry } from "../compose/attaching";
import { Outbox } from "./Outbox";

/** The messages that this browser sends. */
export const outbox = new Outbox({
  send,
  ready: readyIds,
  retryUploads: (keys) => keys.forEach(retry),
  release: (keys, isSent) => (isSent ? forgetAll(keys) : discardAll(keys)),
  pause: (milliseconds, woken) => Promise.race([woken, new Promise<void>((resolve) => setTimeout(resolve, milliseconds))]),
});
recovered.subscribe(() => outbox.wake());

/** Sends what earlier visits left. */
export function resumeSending(): void {
  for (const id of restorePending()) outbox.resume(id);
}

let latest = 0;

/** Sends a draft, which is empty from now on. */
export function sendMessage(conversationId: string, draft: Draft): void {
  const { text, media } = draft.parts[0] ?? EMPTY_PART;
  latest = Math.max(latest + 1, Date.now());
  keepDraft({ conversation: conversationId }, EMPTY_DRAFT);
  outbox.add({
    key: randomId(),
    conversationId,
    text: text.trim() === "" ? "" : text.trimEnd(),
    media,
    tweetId: draft.tweetId,
    replyToSeq: draft.replyToSeq,
    createdAt: new Date(latest).toISOString(),
    state: "queued",
  });
}

async function send({ conversationId: id, key, text, tweetId, replyToSeq }: PendingMessage, mediaIds: readonly string[]): Promise<void> {
  const body: NewMessage = {
    text,
    client_key: key,
    ...(mediaIds.length > 0 && { media_ids: [...mediaIds] }),
    ...(tweetId !== undefined && { tweet_id: tweetId }),
    ...(replyToSeq !== undefined && { reply_to_seq: replyToSeq }),
  };
  const told = await answer(api.POST("/api/roost/v1/conversations/{id}/messages", { params: { path: { id } }, body }));
  arrived(told.data, key);
  receiveMessage(told);
}

