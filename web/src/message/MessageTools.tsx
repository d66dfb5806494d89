import type { Conversation, Message } from "../api/types";
import { describe } from "../api/problem";
import { IconButton } from "../ui/Button";
import { confirm } from "../ui/Confirm";
import { Menu, type MenuItem } from "../ui/Menu";
import { CopyIcon, FlagIcon, MoreIcon, ReplyIcon, SmileIcon, TrashIcon } from "../ui/icons";
import { toast } from "../ui/toasts";
import { deleteMessage } from "../data/messages";
import { report } from "../data/reporting";
import { users } from "../data/users";
import { EmojiButton } from "./EmojiButton";
import { toggleReaction } from "./Reactions";

interface MessageToolsProps {
  message: Message;
  conversation: Conversation;
  myId: string;
  onReply: (message: Message) => void;
  /** Shows who reacted. */
  onReactions: () => void;
}

const HOUR = 3_600_000;

/** What can be done with a message. Until a request is accepted, others do not notice anything. */
export function MessageTools({ message, conversation, myId, onReply, onReactions }: MessageToolsProps) {
  const isAccepted = conversation.status === "accepted";
  return (
    <div className="message-tools">
      {isAccepted ? (
        <>
          <EmojiButton
            label="React"
            tool="react"
            onPick={(emoji) => {
              const mine = message.reactions.some((each) => each.emoji === emoji && each.user_ids.includes(myId));
              void toggleReaction(message, emoji, !mine);
            }}
          >
            <SmileIcon />
          </EmojiButton>
          <IconButton label="Reply" data-tool="reply" onClick={() => onReply(message)}>
            <ReplyIcon />
          </IconButton>
        </>
      ) : null}
      {message.text === "" ? null : <button type="button" hidden data-tool="copy" onClick={() => void copy(message.text)} />}
      <span data-tool="more">
        <Menu label="More" items={() => itemsOf(message, myId, onReactions)}>
          <MoreIcon />
        </Menu>
      </span>
    </div>
  );
}

function itemsOf(message: Message, myId: string, onReactions: () => void): MenuItem[] {
  const items: MenuItem[] = [];
  if (message.text !== "") items.push({ label: "Copy text", icon: <CopyIcon />, run: () => void copy(message.text) });
  if (message.reactions.length > 0) items.push({ label: "Who reacted", icon: <SmileIcon />, run: onReactions });
  const sender = users.get(message.sender_id);
  if (message.sender_id !== myId && sender !== undefined) {
    const messageId = `${message.conversation_id}/${message.seq}`;
    items.push({ label: "Report", icon: <FlagIcon />, run: () => report({ user: sender, what: "message", messageId }) });
  }
  items.push({ label: "Delete for me", icon: <TrashIcon />, danger: true, run: () => ask(message, "me") });
  const isRecent = Date.now() - Date.parse(message.created_at) < HOUR;
  if (message.sender_id === myId && isRecent) {
    items.push({ label: "Delete for everyone", icon: <TrashIcon />, danger: true, run: () => ask(message, "everyone") });
  }
  return items;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ text: "Text copied." });
  } catch {
    toast({ text: "Couldn't copy the text.", kind: "failure" });
  }
}

function ask(message: Message, whose: "me" | "everyone"): void {
  confirm({
    title: whose === "me" ? "Delete this message for you?" : "Delete this message for everyone?",
    text: whose === "me" ? "Other members still see it. You can't undo this." : "Everyone sees that you deleted a message. You can't undo this.",
    yes: "Delete",
    run: () => void remove(message, whose),
  });
}

async function remove(message: Message, whose: "me" | "everyone"): Promise<void> {
  try {
    await deleteMessage(message, whose);
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}
