import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Conversation, Message } from "../api/types";
import { Skeletons } from "../ui/Skeletons";
import { DownIcon } from "../ui/icons";
import type { PendingMessage } from "../data/pendingMessages";
import type { Thread } from "../data/thread";
import { DaySeparator } from "./DaySeparator";
import { MessageRow } from "./MessageRow";
import { PendingRow } from "./PendingRow";
import { ScrollKeeper } from "./ScrollKeeper";
import { moveFocus } from "./moveFocus";
import { type Row, rowsOf } from "./rows";
import { useMessageScroll } from "./useMessageScroll";
import { shownOf } from "./window";
import "./MessageList.css";

interface MessageListProps {
  conversation: Conversation;
  thread: Thread;
  pending: readonly PendingMessage[];
  myId: string;
  /** The message that the list was opened for. */
  target: number | undefined;
  onReply: (message: Message) => void;
  /** Shown at the end, such as who is typing. */
  children?: ReactNode;
}

const NONE: readonly PendingMessage[] = [];

/** The messages of a conversation, the newest at the bottom. Only some of the loaded ones are on the page. */
export function MessageList({ conversation, thread, pending, myId, target, onReply, children }: MessageListProps) {
  const { messages } = thread;
  const readSeq = useUnreadLine(conversation);
  const place = useMessageScroll(conversation, thread, target ?? (readSeq === undefined ? "end" : "unread"));
  const { scroller, follows, shown, atNewest, isFar, highlighted, scrolled, jumpTo, jumpToEnd } = place;
  const ending = atNewest ? pending : NONE;
  const rows = useMemo(() => rowsOf(shownOf(messages, shown), ending, readSeq, myId), [messages, shown, ending, readSeq, myId]);
  useJumpOnSending(pending, jumpToEnd);

  const newest = rows.findLast((row) => row.kind === "message")?.key;
  const lastOwn = atNewest && pending.length === 0 ? lastOwnIn(messages, myId) : undefined;
  const render = (row: Row): ReactNode => {
    switch (row.kind) {
      case "day":
        return <DaySeparator key={row.key} time={row.time} />;
      case "unread":
        return <UnreadLine key={row.key} />;
      case "pending":
        return <PendingRow key={row.key} pending={row.pending} isFirst={row.isFirst} />;
      case "message":
        return (
          <MessageRow
            key={row.key}
            rowKey={row.key}
            message={row.message}
            conversation={conversation}
            myId={myId}
            isFirst={row.isFirst}
            isLast={row.isLast}
            isTabStop={row.key === newest}
            isHighlighted={row.message.seq === highlighted}
            isLastOwn={row.message.seq === lastOwn}
            onReply={onReply}
            onJump={jumpTo}
          />
        );
    }
  };
  return (
    <div className="message-area">
      {/* Arrows move between the messages. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div ref={scroller} className="message-scroller" role="feed" aria-label="Messages" onScroll={scrolled} onKeyDown={moveFocus}>
        <ScrollKeeper scroller={scroller} follows={follows}>
          <div className="message-rows">
            {thread.older === undefined ? <Beginning /> : <Skeletons label="older messages" rows={2} />}
            {rows.map(render)}
            {children}
          </div>
        </ScrollKeeper>
      </div>
      {isFar ? <JumpButton count={conversation.unread_count} onClick={() => void jumpToEnd()} /> : null}
    </div>
  );
}

function lastOwnIn(messages: readonly Message[], myId: string): number | undefined {
  return messages.findLast(({ sender_id: senderId, deleted }) => senderId === myId && !deleted)?.seq;
}

function Beginning() {
  return <p className="message-beginning">This is where the conversation begins.</p>;
}

function UnreadLine() {
  return (
    <p className="unread-line" data-unread>
      <span>New messages</span>
    </p>
  );
}

function JumpButton({ count, onClick }: { count: number; onClick: () => void }) {
  return (
    <button type="button" className="jump" onClick={onClick}>
      <DownIcon />
      Jump to newest{count > 0 ? ` (${count > 99 ? "99+" : count} new)` : ""}
    </button>
  );
}

/** What the user sends is in sight. */
function useJumpOnSending(pending: readonly PendingMessage[], jump: () => Promise<void>): void {
  const newest = pending.at(-1)?.key;
  const latest = useRef(jump);
  useEffect(() => {
    latest.current = jump;
  });
  const known = useRef(newest);
  useEffect(() => {
    if (newest !== undefined && newest !== known.current) void latest.current();
    known.current = newest;
  }, [newest]);
}

const unreadFrom = ({ unread_count: unread, read_seq: seq }: Conversation) => (unread > 0 ? seq : undefined);

/** Up to where the user had read when the conversation was opened, or when they came back to it. */
function useUnreadLine(conversation: Conversation): number | undefined {
  const [line, setLine] = useState(() => unreadFrom(conversation));
  const latest = useRef(conversation);
  useEffect(() => {
    latest.current = conversation;
  });
  useEffect(() => {
    const shown = () => {
      if (document.visibilityState === "visible") setLine((before) => unreadFrom(latest.current) ?? before);
    };
    document.addEventListener("visibilitychange", shown);
    return () => document.removeEventListener("visibilitychange", shown);
  }, []);
  return line;
}
