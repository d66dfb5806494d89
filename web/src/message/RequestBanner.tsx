import type { Conversation } from "../api/types";
import { Button } from "../ui/Button";
import { confirm } from "../ui/Confirm";
import { askToBlock } from "../profile/askToBlock";
import { accept, remove } from "./conversationActions";
import { nameOf, partnerIn } from "./names";

/** A message of a stranger, or an invitation to a group: the user decides what becomes of it. */
export function RequestBanner({ conversation, myId }: { conversation: Conversation; myId: string }) {
  const partner = partnerIn(conversation, myId);
  const username = partner?.username;
  const isGroup = conversation.kind === "group";
  return (
    <section className="request" aria-label={isGroup ? "Invitation" : "Request"}>
      <h2>{isGroup ? "You are invited to this group" : `${nameOf(partner)} wants to write to you`}</h2>
      <p>
        {isGroup
          ? "Members see that you are invited. They don't see whether you have read this."
          : "They don't see whether you have read this until you accept."}
      </p>
      <div className="request-buttons">
        <Button look="primary" onClick={() => void accept(conversation)}>
          Accept
        </Button>
        <Button onClick={() => askToRefuse(conversation)}>{isGroup ? "Decline" : "Delete"}</Button>
        {partner === undefined || username === undefined ? null : (
          <Button look="danger" onClick={() => askToBlock({ id: partner.id, username })}>
            Block
          </Button>
        )}
      </div>
    </section>
  );
}

function askToRefuse(conversation: Conversation): void {
  const isGroup = conversation.kind === "group";
  confirm({
    title: isGroup ? "Decline this invitation?" : "Delete this request?",
    text: isGroup ? "The group disappears from your requests." : "The messages disappear. A new message is a new request.",
    yes: isGroup ? "Decline" : "Delete",
    run: () => void remove(conversation),
  });
}
