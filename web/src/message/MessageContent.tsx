import { useMemo, useRef, useState } from "react";
import type { Conversation, Message } from "../api/types";
import { counted } from "../ui/count";
import { isReady } from "../data/media";
import { reloadMessage } from "../data/messages";
import { MediaGrid } from "../media/MediaGrid";
import { QuotedTweet } from "../tweet/QuotedTweet";
import { Segments } from "../tweet/TweetText";
import { segmentsOf } from "../tweet/segments";
import { isOnlyEmoji } from "./emoji";
import { senderName } from "./names";
import "../tweet/TweetText.css";

interface MessageContentProps {
  message: Message;
  conversation: Conversation;
  myId: string;
  onJump: (seq: number) => void;
}

/** What was written and attached, or why it is not there. */
export function MessageContent({ message, conversation, myId, onJump }: MessageContentProps) {
  if (message.deleted) return <p className="bubble bubble-gone">{message.sender_id === myId ? "You deleted this message" : "This message was deleted"}</p>;
  if (message.hidden) return <p className="bubble bubble-gone">Message from an account you block</p>;
  const isBare = message.reply_to === undefined && message.tweet_id === undefined && message.media.length === 0 && isOnlyEmoji(message.text);
  return (
    <div className={isBare ? "bubble bubble-emoji" : "bubble"}>
      {message.reply_to ? <Replied reply={message.reply_to} conversation={conversation} myId={myId} onJump={onJump} /> : null}
      <MessageMedia message={message} />
      {message.text === "" ? null : <MessageText message={message} />}
      {message.tweet_id ? <QuotedTweet id={message.tweet_id} /> : null}
    </div>
  );
}

interface RepliedProps extends Omit<MessageContentProps, "message"> {
  reply: NonNullable<Message["reply_to"]>;
}

/** The message that this one replies to; a click leads there. */
function Replied({ reply: { seq, sender_id: senderId, text }, conversation, myId, onJump }: RepliedProps) {
  if (senderId === undefined) return <p className="replied replied-gone">Message not available</p>;
  const name = senderId === myId ? "You" : senderName(conversation, senderId);
  return (
    <button type="button" className="replied" onClick={() => onJump(seq)}>
      <span className="only-spoken">In reply to </span>
      <bdi className="replied-name">{name}</bdi>
      <span className="replied-text" dir="auto">
        {text === undefined ? "Message not available" : text === "" ? "Attachment" : text}
      </span>
    </button>
  );
}

const LONG_LETTERS = 1_200;
const LONG_LINES = 20;

function MessageText({ message: { text, entities } }: { message: Message }) {
  const segments = useMemo(() => segmentsOf(text, entities), [text, entities]);
  const isLong = text.length > LONG_LETTERS || text.split("\n").length > LONG_LINES;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p className={isLong && !isOpen ? "tweet-text message-text message-text-long" : "tweet-text message-text"} dir="auto">
        <Segments segments={segments} />
      </p>
      {isLong ? (
        <button type="button" className="message-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Show less" : "Show more"}
        </button>
      ) : null}
    </>
  );
}

const RELOAD_PAUSE = 30_000;

/** The URLs of private pictures expire after an hour or two: then the message is read again. */
function MessageMedia({ message }: { message: Message }) {
  const reloadedAt = useRef(0);
  const media = message.media.filter(isReady);
  if (media.length === 0) {
    if (message.media_count === undefined) return null;
    return <p className="message-veiled">{counted(message.media_count, "attachment", "attachments")}. Accept the request to see {message.media_count === 1 ? "it" : "them"}.</p>;
  }
  const reload = () => {
    if (Date.now() - reloadedAt.current < RELOAD_PAUSE) return;
    reloadedAt.current = Date.now();
    void reloadMessage(message).catch(() => undefined);
  };
  return (
    <div className="message-media">
      <MediaGrid media={media} onMissing={reload} />
    </div>
  );
}
