import { memo } from "react";
import { useRecord } from "../api/records";
import { Link } from "../ui/Link";
import { Time } from "../ui/Time";
import { MuteIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { conversations } from "../data/conversations";
import { useDraft } from "../data/drafts";
import { usePending } from "../data/pendingMessages";
import { useTyping } from "../data/typing";
import { ConversationAvatar } from "./ConversationAvatar";
import { previewOf, titleOf, typingText } from "./names";
import "./ConversationRow.css";

interface ConversationRowProps {
  id: string;
  myId: string;
  isOpen: boolean;
}

/** A conversation in the list: who it is with, the last message, and how many are unread. */
export const ConversationRow = memo(function ConversationRow({ id, myId, isOpen }: ConversationRowProps) {
  const conversation = useRecord(conversations, id);
  const typing = useTyping(id);
  if (conversation === undefined) return null;
  const { unread_count: unread, muted, updated_at: time } = conversation;
  const classes = ["conversation-row", unread > 0 && !isOpen && "conversation-row-unread"];
  return (
    <Link to={paths.conversation(id)} className={classes.filter(Boolean).join(" ")} aria-current={isOpen ? "page" : undefined} data-conversation={id}>
      <ConversationAvatar conversation={conversation} myId={myId} />
      <span className="conversation-main">
        <span className="conversation-head">
          <bdi className="name">{titleOf(conversation, myId)}</bdi>
          {muted ? (
            <span className="conversation-muted">
              <MuteIcon />
              <span className="only-spoken">muted</span>
            </span>
          ) : null}
          <span className="handle">
            <Time value={time} />
          </span>
        </span>
        <span className="conversation-foot">
          <span className="conversation-preview" dir="auto">
            <Preview id={id} preview={previewOf(conversation, myId)} typing={typingText(conversation, typing)} isOpen={isOpen} />
          </span>
          {unread > 0 && !isOpen ? (
            <span className={muted ? "unread unread-muted" : "unread"}>
              {unread > 99 ? "99+" : unread}
              <span className="only-spoken"> unread</span>
            </span>
          ) : null}
        </span>
      </span>
    </Link>
  );
});

/** What is most worth knowing: who is typing, what could not be sent, what is not finished, or the last message. */
function Preview({ id, preview, typing, isOpen }: { id: string; preview: string; typing: string; isOpen: boolean }) {
  const failed = usePending(id).some(({ state }) => state === "failed");
  const draft = useDraft({ conversation: id }).parts[0]?.text.trim() ?? "";
  if (typing !== "") return <span className="conversation-typing">{typing}</span>;
  if (failed) return <span className="conversation-failed">Not sent</span>;
  if (draft !== "" && !isOpen) {
    return (
      <>
        <span className="conversation-draft">Draft:</span> {draft}
      </>
    );
  }
  return preview;
}
