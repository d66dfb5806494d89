import { useState } from "react";
import type { Conversation, User } from "../api/types";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { paths } from "../ui/paths";
import { Link } from "../ui/Link";
import { Avatar } from "../ui/Avatar";
import { GroupForm } from "./GroupForm";
import { MemberRow } from "./MemberRow";
import { RecipientField } from "./RecipientField";
import { setMember } from "./conversationActions";
import { nameOf, partnerIn, titleOf } from "./names";
import { ENCRYPTION_NOTE } from "./notes";
import "./ConversationInfo.css";

interface ConversationInfoProps {
  conversation: Conversation;
  myId: string;
  onClose: () => void;
}

const MOST_MEMBERS = 50;

/** Who is in a conversation; its admins change that, its name and its picture. */
export function ConversationInfo({ conversation, myId, onClose }: ConversationInfoProps) {
  const { kind, members } = conversation;
  const isAdmin = kind === "group" && conversation.status === "accepted" && members.some(({ id, admin }) => id === myId && admin);
  return (
    <Dialog title={kind === "group" ? titleOf(conversation, myId) : "About this conversation"} onClose={onClose}>
      <div className="conversation-info">
        {kind === "pair" ? <Partner conversation={conversation} myId={myId} /> : null}
        {isAdmin ? <GroupForm conversation={conversation} /> : null}
        {kind === "group" ? (
          <section aria-labelledby="members-title">
            <h3 id="members-title">Members</h3>
            <ul className="members">
              {members.map((member) => (
                <li key={member.id}>
                  <MemberRow conversation={conversation} member={member} myId={myId} isAdmin={isAdmin} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {isAdmin && members.length < MOST_MEMBERS ? <Invite conversation={conversation} /> : null}
        <p className="field-hint">{ENCRYPTION_NOTE}</p>
      </div>
    </Dialog>
  );
}

function Partner({ conversation, myId }: Pick<ConversationInfoProps, "conversation" | "myId">) {
  const partner = partnerIn(conversation, myId);
  if (partner?.username === undefined) return <p>{nameOf(partner)}</p>;
  return (
    <Link to={paths.profile(partner.username)} className="member">
      <Avatar user={partner} />
      <span className="member-names">
        <bdi className="name">{nameOf(partner)}</bdi>
        <span className="handle">@{partner.username}</span>
      </span>
    </Link>
  );
}

function Invite({ conversation: { id, members } }: { conversation: Conversation }) {
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const [isBusy, setBusy] = useState(false);
  const invite = async () => {
    setBusy(true);
    const results = await Promise.all(chosen.map(async (user) => ((await setMember(id, user.id)) ? [] : [user])));
    setChosen(results.flat());
    setBusy(false);
  };
  return (
    <form
      className="invite"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) void invite();
      }}
    >
      <RecipientField label="Invite people" chosen={chosen} without={members.map((member) => member.id)} onChange={setChosen} />
      {chosen.length === 0 ? null : (
        <Button look="primary" type="submit" busy={isBusy}>
          Invite
        </Button>
      )}
    </form>
  );
}
