import { useState } from "react";
import type { Conversation } from "../api/types";
import type { Thread } from "../data/thread";
import { contentOf, senderName } from "./names";

interface MessageAnnouncerProps {
  conversation: Conversation;
  thread: Thread;
  myId: string;
}

/** Longer texts are read in the list. */
const MOST = 300;

/** Tells screen readers of messages that arrive, and of nothing that was there before. */
export function MessageAnnouncer({ conversation, thread, myId }: MessageAnnouncerProps) {
  const [from] = useState(() => Math.max(thread.latest, conversation.last_seq));
  const newest = thread.messages.at(-1);
  const isNews = newest !== undefined && newest.seq > from && newest.sender_id !== myId;
  return (
    <div className="only-spoken" role="status" aria-live="polite">
      {isNews ? `${senderName(conversation, newest.sender_id)}: ${contentOf(newest).slice(0, MOST)}` : ""}
    </div>
  );
}
