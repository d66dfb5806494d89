import type { ReactNode } from "react";
import type { Conversation, ConversationMember, Message } from "../api/types";
import { Button } from "../ui/Button";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import type { PendingMessage } from "../data/pendingMessages";
import { setRelationship, useRelationship } from "../data/relationships";
import { MessageComposer } from "./MessageComposer";
import { RequestBanner } from "./RequestBanner";
import { nameOf, othersIn, partnerIn } from "./names";

interface WritingProps {
  conversation: Conversation;
  pending: readonly PendingMessage[];
  myId: string;
  replied: Message | undefined;
}

/** The composer, with what is to be known before; or why nothing can be sent. */
export function Writing({ conversation, pending, myId, replied }: WritingProps) {
  const partner = partnerIn(conversation, myId);
  const closed = useClosed(conversation, partner, pending, myId);
  const isRequest = conversation.status === "request";
  const waits = partner?.status === "request" && !isRequest;
  return (
    <>
      {isRequest ? <RequestBanner conversation={conversation} myId={myId} /> : null}
      {closed ??
        (isRequest && conversation.kind === "group" ? null : (
          <MessageComposer
            key={conversation.id}
            conversation={conversation}
            myId={myId}
            replied={replied}
            hint={isRequest ? <Hint>Replying accepts the request.</Hint> : waits && conversation.last_seq > 0 ? <Hint>{nameOf(partner)} has not accepted your request yet.</Hint> : null}
            onEscape={() => escape(conversation)}
          />
        ))}
    </>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return <p className="message-hint">{children}</p>;
}

/** Back to the list: to its entry, or on a phone to its page. */
function escape({ id, status }: Conversation): void {
  const entry = document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(id)}"]`);
  if (entry?.checkVisibility()) entry.focus();
  else navigate(paths.messages(status === "request" ? "requests" : "inbox"));
}

/** A sentence instead of the composer, if no message would be accepted. */
function useClosed(conversation: Conversation, partner: ConversationMember | undefined, pending: readonly PendingMessage[], myId: string): ReactNode {
  const relationship = useRelationship(partner?.id ?? "");
  if (conversation.kind === "group") return othersIn(conversation, myId).length === 0 ? <Closed>Everyone else has left this group.</Closed> : undefined;
  if (partner === undefined) return undefined;
  if (partner.username === undefined) return <Closed>This account was deleted.</Closed>;
  if (relationship?.blocking) {
    return (
      <Closed>
        You block @{partner.username}.{" "}
        <Button onClick={() => void setRelationship(partner.id, "blocking", false)}>Unblock</Button>
      </Closed>
    );
  }
  const isRefused = pending.some(({ code }) => code === "messages_not_accepted");
  if (relationship?.blocked_by || isRefused) return <Closed>{nameOf(partner)} doesn't accept messages from you.</Closed>;
  return undefined;
}

function Closed({ children }: { children: ReactNode }) {
  return <p className="message-closed">{children}</p>;
}
