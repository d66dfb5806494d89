import { type KeyboardEvent, memo, useState } from "react";
import type { Conversation, Message } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
import { clockOf, exactTime } from "../ui/time";
import { users } from "../data/users";
import { MessageContent } from "./MessageContent";
import { MessageTools } from "./MessageTools";
import { Reactions } from "./Reactions";
import { WhoReacted } from "./WhoReacted";
import { seenBy, senderName, spokenOf } from "./names";
import "./MessageRow.css";

interface MessageRowProps {
  rowKey: string;
  message: Message;
  conversation: Conversation;
  myId: string;
  /** Whether it begins or ends a group of one sender. */
  isFirst: boolean;
  isLast: boolean;
  /** Whether Tab leads to it. */
  isTabStop: boolean;
  isHighlighted: boolean;
  /** Whether it is the user's own last message, below which is said who has seen it. */
  isLastOwn: boolean;
  onReply: (message: Message) => void;
  onJump: (seq: number) => void;
}

const shortcuts: Partial<Record<string, string>> = { r: "reply", e: "react", c: "copy", Enter: "more", Delete: "more", ContextMenu: "more" };

/** A message, with its tools while it has the pointer or the focus. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { rowKey, message, conversation, myId, isFirst, isLast, isTabStop, isHighlighted, isLastOwn, onReply, onJump } = props;
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [isListing, setListing] = useState(false);
  const isMine = message.sender_id === myId;
  const isThere = !message.deleted && !message.hidden;
  const isGroup = conversation.kind === "group";
  const classes = ["message", isMine ? "message-mine" : "message-theirs", isFirst && "message-first", isHighlighted && "message-highlighted"];

  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const action = shortcuts[event.key];
    if (event.target !== event.currentTarget || action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-tool="${action}"] button, button[data-tool="${action}"]`)?.click();
  };

  return (
    // The keys do what buttons do as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      className={classes.filter(Boolean).join(" ")}
      data-key={rowKey}
      data-seq={message.seq}
      data-theirs={isMine ? undefined : true}
      // Arrows move between messages.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isTabStop ? 0 : -1}
      aria-label={spokenOf(conversation, message, myId)}
      // No enter event comes from an element that has disappeared below the pointer.
      onPointerMove={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={({ currentTarget, relatedTarget }) => setFocused(currentTarget.contains(relatedTarget))}
      onKeyDown={pressed}
    >
      {isGroup && !isMine ? <span className="message-face">{isFirst ? <Face conversation={conversation} senderId={message.sender_id} /> : null}</span> : null}
      <div className="message-main">
        {isGroup && !isMine && isFirst ? <bdi className="message-sender">{senderName(conversation, message.sender_id)}</bdi> : null}
        <div className="message-line">
          <MessageContent message={message} conversation={conversation} myId={myId} onJump={onJump} />
          {isThere && (isPointed || isFocused) ? <MessageTools message={message} conversation={conversation} myId={myId} onReply={onReply} onReactions={() => setListing(true)} /> : null}
        </div>
        <Reactions message={message} conversation={conversation} myId={myId} />
        {isListing ? <WhoReacted message={message} conversation={conversation} myId={myId} onClose={() => setListing(false)} /> : null}
        {isLast || isLastOwn ? (
          <p className="message-foot">
            <time dateTime={message.created_at} title={exactTime(message.created_at)}>
              {clockOf(message.created_at)}
            </time>
            {isLastOwn ? <span className="message-state"> · {seenBy(conversation, message.seq, myId)}</span> : null}
          </p>
        ) : null}
      </div>
    </article>
  );
});

function Face({ conversation, senderId }: { conversation: Conversation; senderId: string }) {
  const sender = conversation.members.find(({ id }) => id === senderId) ?? users.get(senderId);
  const face = <Avatar user={sender} size="small" />;
  if (sender?.username === undefined) return face;
  return (
    <Link to={paths.profile(sender.username)} tabIndex={-1} aria-hidden="true">
      {face}
    </Link>
  );
}
