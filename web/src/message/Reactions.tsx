import type { Conversation, Message } from "../api/types";
import { describe } from "../api/problem";
import { toast } from "../ui/toasts";
import { react } from "../data/messages";
import { whoReacted } from "./names";
import "./Reactions.css";

interface ReactionsProps {
  message: Message;
  conversation: Conversation;
  myId: string;
}

/** The reactions to a message, with who reacted. A click joins in, or takes it back. */
export function Reactions({ message, conversation, myId }: ReactionsProps) {
  if (message.reactions.length === 0 || message.deleted || message.hidden) return null;
  return (
    <div className="reactions" role="group" aria-label="Reactions">
      {message.reactions.map(({ emoji, user_ids: ids }) => {
        const isMine = ids.includes(myId);
        const who = whoReacted(conversation, ids, myId);
        return (
          <button
            key={emoji}
            type="button"
            className="reaction"
            aria-pressed={isMine}
            aria-label={`${emoji} ${ids.length}: ${who}`}
            title={who}
            onClick={() => void toggleReaction(message, emoji, !isMine)}
          >
            <span aria-hidden="true">{emoji}</span>
            {ids.length > 1 ? <span className="reaction-count">{ids.length}</span> : null}
          </button>
        );
      })}
    </div>
  );
}

export async function toggleReaction(message: Message, emoji: string, on: boolean): Promise<void> {
  try {
    await react(message, emoji, on);
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}
