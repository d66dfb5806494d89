import { PageHead } from "../ui/PageHead";
import { Tabs } from "../ui/Tabs";
import { type ModerationPart, paths } from "../ui/paths";
import { useMe } from "../data/me";
import { AuditLog } from "../moderation/AuditLog";
import { CaseList } from "../moderation/CaseList";
import { InvitationList } from "../moderation/InvitationList";
import { ModeratorList } from "../moderation/ModeratorList";
import NotFoundPage from "./NotFoundPage";

/** Reports, for moderators; and who they are and what they did, for operators. */
export default function ModerationPage({ part }: { part: ModerationPart }) {
  const me = useMe();
  const isOperator = me?.admin === true;
  const forOperators = part === "moderators" || part === "invitations" || part === "audit";
  if (me?.moderator !== true || (forOperators && !isOperator)) return <NotFoundPage />;
  return (
    <>
      <PageHead title="Moderation" />
      <Tabs
        label="Moderation"
        tabs={[
          { to: paths.moderation(), label: "Open" },
          { to: paths.moderation("decided"), label: "Decided" },
          ...(isOperator
            ? [
                { to: paths.moderation("moderators"), label: "Moderators" },
                { to: paths.moderation("invitations"), label: "Invitations" },
                { to: paths.moderation("audit"), label: "Audit log" },
              ]
            : []),
        ]}
      >
        <Part part={part} />
      </Tabs>
    </>
  );
}

function Part({ part }: { part: ModerationPart }) {
  switch (part) {
    case "open":
      return <CaseList state="open" />;
    case "decided":
      return <CaseList state="closed" />;
    case "moderators":
      return <ModeratorList />;
    case "invitations":
      return <InvitationList />;
    case "audit":
      return <AuditLog />;
  }
}
