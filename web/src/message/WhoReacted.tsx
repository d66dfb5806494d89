import type { Conversation, Message } from "../api/types";
import { Dialog } from "../ui/Dialog";
import { whoReacted } from "./names";
import "./Reactions.css";

interface WhoReactedProps {
  message: Message;
  conversation: Conversation;
  myId: string;
  onClose: () => void;
}

/** Who reacted to a message, and how. */
export function WhoReacted({ message, conversation, myId, onClose }: WhoReactedProps) {
  return (
    <Dialog title="Reactions" onClose={onClose} className="dialog-small">
      <ul className="who-reacted">
        {message.reactions.map(({ emoji, user_ids: ids }) => (
          <li key={emoji}>
            <span className="who-reacted-emoji">{emoji}</span>
            <bdi>{whoReacted(conversation, ids, myId)}</bdi>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
