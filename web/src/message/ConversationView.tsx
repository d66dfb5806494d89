import { useEffect, useState } from "react";
import type { Conversation, Message } from "../api/types";
import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { Skeletons } from "../ui/Skeletons";
import { useConversation } from "../data/conversations";
import { changeDraft, useDraft } from "../data/drafts";
import { noteLatest, useThread } from "../data/messages";
import { usePending } from "../data/pendingMessages";
import { indexOfSeq, isAtEnd } from "../data/thread";
import { useTyping } from "../data/typing";
import { ConversationHead } from "./ConversationHead";
import { MessageAnnouncer } from "./MessageAnnouncer";
import { MessageList } from "./MessageList";
import { typingText } from "./names";
import { Writing } from "./Writing";
import "./ConversationView.css";

interface ConversationViewProps {
  id: string;
  myId: string;
  /** The message that it is opened for. */
  target: number | undefined;
}

/** With more unread messages than this, a conversation opens where the user stopped reading. */
const MANY_UNREAD = 30;

/** A conversation: its head, its messages, and where to write the next one. */
export function ConversationView({ id, myId, target }: ConversationViewProps) {
  const { conversation, isRead, error, retry } = useConversation(id);
  if (conversation === undefined) {
    return (
      <section className="conversation" aria-label="Conversation">
        <PageHead title="Conversation" back />
        {error ? <Failure error={error} retry={retry} /> : isRead ? <Gone /> : <Skeletons label="the conversation" />}
      </section>
    );
  }
  return <Opened conversation={conversation} myId={myId} target={target} />;
}

function Gone() {
  return <Notice title="Nothing here">You are no longer a member of this group, or you deleted this conversation.</Notice>;
}

interface OpenedProps extends Omit<ConversationViewProps, "id"> {
  conversation: Conversation;
}

function Opened({ conversation, myId, target }: OpenedProps) {
  const { id, last_seq: last } = conversation;
  const [start] = useState(() => (conversation.unread_count > MANY_UNREAD ? Math.max(1, conversation.read_seq) : undefined));
  const { thread, isRead, error, retry } = useThread(conversation, target ?? start);
  const pending = usePending(id);
  const typing = typingText(conversation, useTyping(id));
  const replyToSeq = useDraft({ conversation: id }).replyToSeq;
  const isLoaded = thread !== undefined;
  useEffect(() => {
    if (isLoaded) noteLatest(id, last);
  }, [id, last, isLoaded]);

  const [onReply] = useState(() => (message: Message) => changeDraft({ conversation: id }, (draft) => ({ ...draft, replyToSeq: message.seq })));
  // What an earlier visit loaded is up to date at its end alone.
  const isShown = isLoaded && (isRead || (target === undefined && start === undefined && isAtEnd(thread)));
  const replied = replyToSeq === undefined ? undefined : thread?.messages[indexOfSeq(thread.messages, replyToSeq)];
  return (
    <section className="conversation" aria-label="Conversation">
      <ConversationHead conversation={conversation} myId={myId} />
      {isShown ? (
        <MessageList key={target ?? "newest"} conversation={conversation} thread={thread} pending={pending} myId={myId} target={target} onReply={onReply}>
          <p className="typing-line">{typing}</p>
        </MessageList>
      ) : (
        <div className="message-area">{error ? <Failure error={error} retry={retry} /> : <Skeletons label="messages" />}</div>
      )}
      {!isLoaded ? null : <MessageAnnouncer conversation={conversation} thread={thread} myId={myId} />}
      <Writing conversation={conversation} pending={pending} myId={myId} replied={replied} />
    </section>
  );
}
