import type { Conversation, ConversationMember } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { confirm } from "../ui/Confirm";
import { Link } from "../ui/Link";
import { Menu, type MenuItem } from "../ui/Menu";
import { CheckIcon, CloseIcon, MoreIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { removeMember, setMember } from "./conversationActions";
import { nameOf } from "./names";

interface MemberRowProps {
  conversation: Conversation;
  member: ConversationMember;
  myId: string;
  /** Whether the user is an admin. */
  isAdmin: boolean;
}

/** A member of a group, and what admins can do about it. */
export function MemberRow({ conversation, member, myId, isAdmin }: MemberRowProps) {
  const name = nameOf(member);
  const isMe = member.id === myId;
  return (
    <div className="member">
      <Avatar user={member} />
      <span className="member-names">
        <span>
          {member.username === undefined ? (
            <span className="name">{name}</span>
          ) : (
            <Link to={paths.profile(member.username)} className="name">
              <bdi>{name}</bdi>
            </Link>
          )}
          {isMe ? " (you)" : ""}
          {member.admin ? <span className="chip">admin</span> : null}
          {member.status === "request" ? <span className="chip">invited</span> : null}
        </span>
        {member.username === undefined ? null : <span className="handle">@{member.username}</span>}
      </span>
      {isAdmin && !isMe ? (
        <Menu label={`Options for ${name}`} items={() => itemsOf(conversation, member, name)}>
          <MoreIcon />
        </Menu>
      ) : null}
    </div>
  );
}

function itemsOf({ id }: Conversation, member: ConversationMember, name: string): MenuItem[] {
  const items: MenuItem[] = [];
  if (member.status === "accepted" && member.username !== undefined) {
    items.push({
      label: member.admin ? "Remove as admin" : "Make admin",
      icon: <CheckIcon />,
      run: () => void setMember(id, member.id, !member.admin),
    });
  }
  const isInvited = member.status === "request";
  items.push({
    label: isInvited ? "Cancel invitation" : "Remove from group",
    icon: <CloseIcon />,
    danger: true,
    run: () =>
      confirm({
        title: isInvited ? `Cancel the invitation of ${name}?` : `Remove ${name}?`,
        text: isInvited ? "The group disappears from their requests." : "They no longer see the messages of this group.",
        yes: isInvited ? "Cancel invitation" : "Remove",
        no: "Back",
        run: () => void removeMember(id, member.id),
      }),
  });
  return items;
}
