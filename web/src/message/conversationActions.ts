import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import type { Conversation, ConversationEdit } from "../api/types";
import { confirm } from "../ui/Confirm";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { acceptConversation, absorbConversation, deleteConversation, forgetConversation, muteConversation, refreshConversation } from "../data/conversations";
import { forgetThread } from "../data/messages";

const MEMBER = "/api/roost/v1/conversations/{id}/members/{user_id}";

/** Does something, and says why if it fails. Returns whether it succeeded. */
async function attempt(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
    return false;
  }
}

/** Leads away from a conversation that is gone for the user. */
function close(id: string): void {
  forgetThread(id);
  if (window.location.pathname === paths.conversation(id)) navigate(paths.messages(), { replace: true });
}

export function accept({ id }: Conversation): Promise<boolean> {
  return attempt(() => acceptConversation(id));
}

export async function mute({ id }: Conversation, muted: boolean): Promise<void> {
  if (await attempt(() => muteConversation(id, muted))) toast({ text: muted ? "Muted. It no longer counts as unread." : "Unmuted." });
}

/** Deletes a conversation for the user, or declines a request. */
export async function remove({ id }: Conversation): Promise<void> {
  if (await attempt(() => deleteConversation(id))) close(id);
}

export function askToDelete(conversation: Conversation): void {
  confirm({
    title: "Delete this conversation?",
    text:
      conversation.kind === "group"
        ? "Its messages disappear for you alone. You stay a member, and it comes back with the next message."
        : "Its messages disappear for you alone. It comes back with the next message.",
    yes: "Delete",
    run: () => void remove(conversation),
  });
}

export function askToLeave(conversation: Conversation, myId: string): void {
  confirm({
    title: "Leave this group?",
    text: "You no longer see its messages. Somebody must invite you to come back.",
    yes: "Leave",
    run: () => void leave(conversation, myId),
  });
}

async function leave({ id }: Conversation, myId: string): Promise<void> {
  const left = await attempt(async () => {
    await answer(api.DELETE(MEMBER, { params: { path: { id, user_id: myId } } }));
    forgetConversation(id);
  });
  if (left) close(id);
}

/** Invites a user to a group, or changes whether a member is an admin. */
export function setMember(id: string, userId: string, admin?: boolean): Promise<boolean> {
  return attempt(async () => {
    const body = admin === undefined ? {} : { admin };
    absorbConversation((await answer(api.PUT(MEMBER, { params: { path: { id, user_id: userId } }, body }))).data);
  });
}

export function removeMember(id: string, userId: string): Promise<boolean> {
  return attempt(async () => {
    await answer(api.DELETE(MEMBER, { params: { path: { id, user_id: userId } } }));
    await refreshConversation(id);
  });
}

export async function editGroup(id: string, body: ConversationEdit): Promise<void> {
  absorbConversation((await answer(api.PATCH("/api/roost/v1/conversations/{id}", { params: { path: { id } }, body }))).data);
}
