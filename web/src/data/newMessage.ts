import { Cell } from "../api/cell";
import { describe } from "../api/problem";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { openConversation } from "./conversations";

/** What a new message begins with. */
interface NewMessage {
  /** A tweet to share. */
  tweetId?: string;
}

/** The open dialog in which the user chooses whom to write to. */
export const writing = new Cell<NewMessage | undefined>(undefined);

export function writeMessage(begun: NewMessage = {}): void {
  writing.set(begun);
}

export function closeNewMessage(): void {
  writing.set(undefined);
}

/** Opens the conversation with a user. */
export async function writeTo(userId: string): Promise<void> {
  try {
    navigate(paths.conversation(await openConversation([userId])));
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}
