import { useState } from "react";
import { allIds } from "../api/pages";
import { describe } from "../api/problem";
import type { User } from "../api/types";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { conversations, openConversation, useConversations } from "../data/conversations";
import { changeDraft } from "../data/drafts";
import { closeNewMessage } from "../data/newMessage";
import { ConversationAvatar } from "./ConversationAvatar";
import { RecipientField } from "./RecipientField";
import { titleOf } from "./names";
import { ENCRYPTION_NOTE } from "./notes";
import "./NewMessageDialog.css";

interface NewMessageDialogProps {
  myId: string;
  /** A tweet to share. */
  tweetId: string | undefined;
}

const MOST_OTHERS = 49;
const MOST_RECENT = 6;

/** Chooses whom to write to: one user, several, or a conversation that is there. */
export default function NewMessageDialog({ myId, tweetId }: NewMessageDialogProps) {
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isGroup = chosen.length > 1;

  const open = (id: string) => {
    if (tweetId !== undefined) changeDraft({ conversation: id }, (draft) => ({ ...draft, tweetId }));
    closeNewMessage();
    navigate(paths.conversation(id));
  };
  const start = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      open(await openConversation(chosen.map(({ id }) => id), isGroup ? name.trim() : ""));
    } catch (error) {
      setProblem(describe(error));
      setBusy(false);
    }
  };

  return (
    <Dialog title={tweetId === undefined ? "New message" : "Send via message"} onClose={closeNewMessage}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length > 0 && !isBusy) void start();
        }}
      >
        {problem === undefined ? null : (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        )}
        <RecipientField label="To" autofocus chosen={chosen} without={[myId]} onChange={(users) => setChosen(users.slice(0, MOST_OTHERS))} />
        {isGroup ? (
          <div className="field">
            <label htmlFor="group-name">Name of the group (optional)</label>
            <input id="group-name" value={name} maxLength={100} dir="auto" onChange={(event) => setName(event.target.value)} />
          </div>
        ) : null}
        {tweetId !== undefined && chosen.length === 0 ? <Recent myId={myId} onPick={open} /> : null}
        <p className="field-hint">{ENCRYPTION_NOTE}</p>
        <div className="dialog-buttons">
          <Button onClick={closeNewMessage}>Cancel</Button>
          <Button look="primary" type="submit" busy={isBusy} disabled={chosen.length === 0}>
            {isGroup ? "Create group" : "Next"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The conversations with the latest messages. */
function Recent({ myId, onPick }: { myId: string; onPick: (id: string) => void }) {
  const ids = allIds(useConversations("accepted").data).slice(0, MOST_RECENT);
  const recent = ids.map((id) => conversations.get(id)).filter((each) => each !== undefined);
  if (recent.length === 0) return null;
  return (
    <ul className="recent-conversations" aria-label="Recent conversations">
      {recent.map((conversation) => (
        <li key={conversation.id}>
          <button type="button" className="option" onClick={() => onPick(conversation.id)}>
            <ConversationAvatar conversation={conversation} myId={myId} />
            <bdi className="option-main">{titleOf(conversation, myId)}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
