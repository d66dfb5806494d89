import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Conversation, Message } from "../api/types";
import { IconButton } from "../ui/Button";
import { CloseIcon, SendIcon, SmileIcon } from "../ui/icons";
import { useMedia } from "../ui/useMedia";
import { EMPTY_PART } from "../data/draftParts";
import { changeDraft, useDraft } from "../data/drafts";
import { uploads } from "../data/uploads";
import { AttachButton } from "../compose/AttachButton";
import Attachments from "../compose/Attachments";
import { useAttaching } from "../compose/useAttaching";
import { useFileDrop } from "../compose/useFileDrop";
import { QuotedTweet } from "../tweet/QuotedTweet";
import { EmojiButton } from "./EmojiButton";
import { MessageField } from "./MessageField";
import { insertText } from "./insertText";
import { lengthOf, MAXIMUM_LENGTH, NEAR_MAXIMUM } from "./length";
import { contentOf, senderName } from "./names";
import { sendMessage } from "./sending";
import { useTypingSignal } from "./useTypingSignal";
import "./MessageComposer.css";

interface MessageComposerProps {
  conversation: Conversation;
  myId: string;
  /** The message that is replied to, if it is known. */
  replied: Message | undefined;
  hint?: ReactNode;
  onEscape: () => void;
}

/** Where a message is written. Every change is kept as a draft of the conversation. */
export function MessageComposer({ conversation, myId, replied, hint, onEscape }: MessageComposerProps) {
  const { id } = conversation;
  const [target] = useState({ conversation: id });
  const draft = useDraft(target);
  const { text, media } = draft.parts[0] ?? EMPTY_PART;
  const field = useRef<HTMLTextAreaElement>(null);
  const countId = useId();
  const { add, problem, setProblem } = useAttaching(target);
  const [isUsed, setUsed] = useState(false);
  const { typed, end } = useTypingSignal(id);
  const sendsWithEnter = !useMedia("(pointer: coarse)");
  const attach = (files: readonly File[]) => void add(files, 0);
  const { isOver, handlers } = useFileDrop(attach);
  useFocus(field, sendsWithEnter, draft.replyToSeq);

  const length = lengthOf(text);
  const isTooLong = length > MAXIMUM_LENGTH;
  const canSend = !isTooLong && (text.trim() !== "" || media.length > 0 || draft.tweetId !== undefined);
  const write = (changed: string) => {
    changeDraft(target, (before) => ({ ...before, parts: [{ media, ...before.parts[0], text: changed }] }));
    if (changed.trim() !== "" && conversation.status === "accepted") typed();
  };
  const change = (part: { tweetId?: undefined; replyToSeq?: undefined }) => changeDraft(target, (before) => ({ ...before, ...part }));

  const send = () => {
    if (!canSend) return;
    if (media.some((key) => uploads.get(key)?.state === "failed")) {
      setProblem("A file could not be uploaded. Try again or remove it.");
      return;
    }
    setProblem(undefined);
    end();
    sendMessage(id, draft);
    field.current?.focus();
  };
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const isEnter = event.key === "Enter" && !event.shiftKey && !event.altKey;
    if (isEnter && (sendsWithEnter || event.ctrlKey || event.metaKey)) send();
    else if (event.key === "Escape" && draft.replyToSeq !== undefined) change({ replyToSeq: undefined });
    else if (event.key === "Escape") onEscape();
    else return;
    event.preventDefault();
  };
  const pasted = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // Some programs copy a text with a picture of it.
    if (files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    attach(files);
  };

  return (
    <form
      className={isOver ? "message-composer message-composer-over" : "message-composer"}
      aria-label="New message"
      {...handlers}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {hint}
      {draft.replyToSeq === undefined ? null : (
        <Above label="Cancel reply" onRemove={() => change({ replyToSeq: undefined })}>
          <p className="replying">
            <bdi className="replied-name">Replying to {replied === undefined ? "a message" : replied.sender_id === myId ? "yourself" : senderName(conversation, replied.sender_id)}</bdi>
            {replied === undefined ? null : (
              <span className="replied-text" dir="auto">
                {contentOf(replied)}
              </span>
            )}
          </p>
        </Above>
      )}
      {draft.tweetId === undefined ? null : (
        <Above label="Don't share the tweet" onRemove={() => change({ tweetId: undefined })}>
          <QuotedTweet id={draft.tweetId} />
        </Above>
      )}
      {media.length === 0 ? null : <Attachments place={{ target, part: 0 }} keys={media} />}
      {problem === undefined ? null : (
        <p className="composer-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="message-composer-line">
        <AttachButton isLikely={isUsed} onFiles={attach} />
        <MessageField ref={field} text={text} isTooLong={isTooLong} countId={countId} onChange={write} onFocus={() => setUsed(true)} onKeyDown={pressed} onPaste={pasted} />
        <EmojiButton label="Emoji" className="icon-button composer-tool" onPick={(emoji) => insertText(field.current, emoji)}>
          <SmileIcon />
        </EmojiButton>
        <IconButton label="Send" type="submit" className="message-send" disabled={!canSend}>
          <SendIcon />
        </IconButton>
      </div>
      <p id={countId} className={isTooLong ? "message-count message-count-over" : "message-count"} role="status">
        {length > NEAR_MAXIMUM ? (isTooLong ? `${length - MAXIMUM_LENGTH} characters too long` : `${MAXIMUM_LENGTH - length} characters left`) : ""}
      </p>
    </form>
  );
}

/** What goes with the message, and can be taken away. */
function Above({ label, onRemove, children }: { label: string; onRemove: () => void; children: ReactNode }) {
  return (
    <div className="message-composer-above">
      <div>{children}</div>
      <IconButton label={label} onClick={onRemove}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}

/** A page takes the focus when it opens, so this comes after it. Phones would show their keyboard. */
function useFocus(field: { current: HTMLTextAreaElement | null }, isWanted: boolean, replyToSeq: number | undefined): void {
  useEffect(() => {
    if (!isWanted && replyToSeq === undefined) return undefined;
    const frame = requestAnimationFrame(() => {
      // Whoever came for a certain message is there.
      if (replyToSeq === undefined && document.activeElement?.matches("article")) return;
      field.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [field, isWanted, replyToSeq]);
}
