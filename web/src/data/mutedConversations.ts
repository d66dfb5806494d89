import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { toast } from "../ui/toasts";

/** The conversations that the user muted, as far as this visit knows. */
export const mutedConversations = new Cell<ReadonlySet<string>>(new Set());

/** Reads which conversations the user mutes. */
export async function loadMutedConversations(): Promise<void> {
  const { data } = await answer(api.GET("/api/roost/v1/muted-conversations"));
  mutedConversations.set(new Set(data));
}

/** Mutes a conversation, or takes that back. */
export async function setConversationMuted(id: string, tweetId: string, on: boolean): Promise<void> {
  const at = { params: { path: { id: tweetId } } };
  try {
    await answer(on ? api.PUT("/api/roost/v1/tweets/{id}/mute", at) : api.DELETE("/api/roost/v1/tweets/{id}/mute", at));
    mutedConversations.update((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
    const undo = { label: "Undo", run: () => void setConversationMuted(id, tweetId, false) };
    toast(on ? { text: "You won't be notified of this conversation.", action: undo } : { text: "Conversation unmuted." });
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}
