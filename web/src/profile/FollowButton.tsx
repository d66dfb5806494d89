import { useState } from "react";
import type { Relationship } from "../api/types";
import { Button } from "../ui/Button";
import { CheckIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { useMe } from "../data/me";
import { setRelationship, useRelationship } from "../data/relationships";
import { useUser } from "../data/users";

/** Follows or unfollows a user; unblocks a blocked one. */
export function FollowButton({ userId }: { userId: string }) {
  const me = useMe();
  const user = useUser(userId);
  const relationship = useRelationship(userId);
  const name = `@${user?.username ?? ""}`;
  if (me === null) {
    return (
      <Button look="primary" aria-label={`Follow ${name}`} onClick={() => navigate(paths.logIn)}>
        Follow
      </Button>
    );
  }
  if (me.id === userId || relationship === undefined) return null;
  if (relationship.blocking) {
    return (
      <Button look="danger" aria-label={`Unblock ${name}`} onClick={() => void setRelationship(userId, "blocking", false)}>
        Unblock
      </Button>
    );
  }
  return <Following userId={userId} name={name} relationship={relationship} />;
}

interface FollowingProps {
  userId: string;
  name: string;
  relationship: Relationship;
}

function Following({ userId, name, relationship: { following, followed_by } }: FollowingProps) {
  // Says what a click does, but not right after the click that followed.
  const [isPointed, setPointed] = useState(false);
  const text = following ? (isPointed ? "Unfollow" : "Following") : followed_by ? "Follow back" : "Follow";
  return (
    <Button
      look={following ? (isPointed ? "danger" : "plain") : "primary"}
      className={following ? "button-following" : ""}
      aria-label={`${text} ${name}`}
      onPointerEnter={(event) => setPointed(following && event.pointerType === "mouse")}
      onPointerLeave={() => setPointed(false)}
      onClick={() => {
        setPointed(false);
        void setRelationship(userId, "following", !following);
      }}
    >
      {following && !isPointed ? <CheckIcon /> : null}
      {text}
    </Button>
  );
}
