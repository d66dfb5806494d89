import { useState } from "react";
import type { Conversation } from "../api/types";
import { IconButton } from "../ui/Button";
import { Menu, type MenuItem } from "../ui/Menu";
import { counted } from "../ui/count";
import { BackIcon, BlockIcon, ExitIcon, InfoIcon, MoreIcon, MuteIcon, PeopleIcon, PersonIcon, TrashIcon } from "../ui/icons";
import { goBack, navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { useMedia } from "../ui/useMedia";
import { usePageTitle } from "../ui/usePageTitle";
import { useTyping } from "../data/typing";
import { askToBlock } from "../profile/askToBlock";
import { ConversationAvatar } from "./ConversationAvatar";
import { ConversationInfo } from "./ConversationInfo";
import { askToDelete, askToLeave, mute } from "./conversationActions";
import { partnerIn, titleOf, typingText } from "./names";

/** Who the conversation is with, and what can be done with it. */
export function ConversationHead({ conversation, myId }: { conversation: Conversation; myId: string }) {
  const [isOpen, setOpen] = useState(false);
  const title = titleOf(conversation, myId);
  const typing = typingText(conversation, useTyping(conversation.id));
  const isAlone = !useMedia("(min-width: 60rem)");
  usePageTitle(title);
  return (
    <header className="page-head">
      {isAlone ? (
        <IconButton label="Back" onClick={() => goBack(paths.messages(conversation.status === "request" ? "requests" : "inbox"))}>
          <BackIcon />
        </IconButton>
      ) : null}
      <button type="button" className="conversation-title" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <ConversationAvatar conversation={conversation} myId={myId} />
        <span>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <span className="handle">{typing === "" ? aboutOf(conversation, myId) : typing}</span>
        </span>
      </button>
      <Menu label="Conversation options" items={() => itemsOf(conversation, myId, () => setOpen(true))}>
        <MoreIcon />
      </Menu>
      {isOpen ? <ConversationInfo conversation={conversation} myId={myId} onClose={() => setOpen(false)} /> : null}
    </header>
  );
}

function aboutOf(conversation: Conversation, myId: string): string {
  if (conversation.kind === "group") return counted(conversation.members.length, "member", "members");
  const username = partnerIn(conversation, myId)?.username;
  return username === undefined ? "" : `@${username}`;
}

function itemsOf(conversation: Conversation, myId: string, onInfo: () => void): MenuItem[] {
  const { kind, muted, status } = conversation;
  const partner = partnerIn(conversation, myId);
  const username = partner?.username;
  const items: MenuItem[] = [
    kind === "group" ? { label: "Members", icon: <PeopleIcon />, run: onInfo } : { label: "About this conversation", icon: <InfoIcon />, run: onInfo },
  ];
  if (username !== undefined) items.push({ label: "View profile", icon: <PersonIcon />, run: () => navigate(paths.profile(username)) });
  if (status === "accepted") items.push({ label: muted ? "Unmute" : "Mute", icon: <MuteIcon />, run: () => void mute(conversation, !muted) });
  items.push({ label: "Delete conversation", icon: <TrashIcon />, danger: true, run: () => askToDelete(conversation) });
  if (kind === "group" && status === "accepted") items.push({ label: "Leave group", icon: <ExitIcon />, danger: true, run: () => askToLeave(conversation, myId) });
  if (partner !== undefined && username !== undefined) {
    items.push({ label: `Block @${username}`, icon: <BlockIcon />, danger: true, run: () => askToBlock({ id: partner.id, username }) });
  }
  return items;
}
