import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { writeMessage } from "../data/newMessage";
import { ENCRYPTION_NOTE } from "./notes";

/** Beside the list on wide screens, until a conversation is opened. */
export function NothingOpen() {
  return (
    <section className="nothing-open" aria-label="Conversation">
      <Notice title="Your messages" action={<Button onClick={() => writeMessage()}>New message</Button>}>
        Choose a conversation, or start a new one. {ENCRYPTION_NOTE}
      </Notice>
    </section>
  );
}
