import type { Conversation } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { srcSetOf, urlFor } from "../ui/pictures";
import { othersIn } from "./names";
import "./ConversationAvatar.css";

interface ConversationAvatarProps {
  conversation: Conversation;
  myId: string;
}

/** The other user's picture; for a group, its own, or those of two members. */
export function ConversationAvatar({ conversation, myId }: ConversationAvatarProps) {
  const others = othersIn(conversation, myId);
  const sizes = conversation.picture?.sizes;
  if (sizes !== undefined && sizes.length > 0) {
    return <img className="avatar avatar-medium" src={urlFor(sizes, 96)} srcSet={srcSetOf(sizes)} sizes="44px" alt="" decoding="async" />;
  }
  if (conversation.kind === "pair" || others.length < 2) return <Avatar user={others[0] ?? conversation.members[0]} />;
  return (
    <span className="avatar-pair" aria-hidden="true">
      <Avatar user={others[1]} size="small" />
      <Avatar user={others[0]} size="small" />
    </span>
  );
}
