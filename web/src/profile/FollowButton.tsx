import { Button } from "../ui/Button";
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
  return (
    <Button
      look={relationship.following ? "plain" : "primary"}
      aria-label={`${relationship.following ? "Unfollow" : "Follow"} ${name}`}
      onClick={() => void setRelationship(userId, "following", !relationship.following)}
    >
      {relationship.following ? "Following" : relationship.followed_by ? "Follow back" : "Follow"}
    </Button>
  );
}
