import { describe } from "../api/problem";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { openConversation } from "./conversations";

/** Opens the conversation with a user. */
export async function writeTo(userId: string): Promise<void> {
  try {
    navigate(paths.conversation(await openConversation([userId])));
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}
