import { Button } from "../ui/Button";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { useMe } from "../data/me";
import { setRelationship, useRelationship } from "../data/relationships";
import { useUser } from "../data/users";

/** Follows a user or no more; for someone who is blocked, it takes the block back. */
export function FollowButton({ userId }: { userId: string }) {
  const me = useMe();
  const user = useUser(userId);
  const stand = useRelationship(userId);
  const name = `@${user?.username ?? ""}`;
  if (me === null) {
    return (
      <Button look="primary" aria-label={`Follow ${name}`} onClick={() => navigate(paths.logIn)}>
        Follow
      </Button>
    );
  }
  if (me.id === userId || stand === undefined) return null;
  if (stand.blocking) {
    return (
      <Button look="danger" aria-label={`Unblock ${name}`} onClick={() => void setRelationship(userId, "blocking", false)}>
        Unblock
      </Button>
    );
  }
  return (
    <Button
      look={stand.following ? "plain" : "primary"}
      aria-label={`${stand.following ? "Unfollow" : "Follow"} ${name}`}
      onClick={() => void setRelationship(userId, "following", !stand.following)}
    >
      {stand.following ? "Following" : stand.followed_by ? "Follow back" : "Follow"}
    </Button>
  );
}
