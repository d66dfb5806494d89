import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { Skeletons } from "../ui/Skeletons";
import { Tabs } from "../ui/Tabs";
import { type FollowList, paths } from "../ui/paths";
import { useFollowers, useFollowing } from "../data/userLists";
import { useUser } from "../data/users";
import { UserRow } from "../profile/UserRow";
import { useUserByName } from "../profile/profile";

/** The followers of a user, or the users that a user follows. */
export default function FollowsPage({ username, list }: { username: string; list: FollowList }) {
  const { data: id, isPending, error, refetch } = useUserByName(username);
  const user = useUser(id ?? "");
  return (
    <>
      <PageHead title={user?.display_name ?? `@${username}`} about={`@${user?.username ?? username}`} back />
      <Tabs
        label="Lists"
        tabs={[
          { to: paths.follows(username, "following"), label: "Following" },
          { to: paths.follows(username, "followers"), label: "Followers" },
        ]}
      >
        {id !== undefined ? (
          list === "followers" ? <Followers id={id} /> : <Following id={id} />
        ) : isPending ? (
          <Skeletons label={list} />
        ) : (
          <Failure error={error} retry={() => void refetch()} />
        )}
      </Tabs>
    </>
  );
}

function Followers({ id }: { id: string }) {
  const empty = <Notice title="No followers yet" />;
  return <PagedList query={useFollowers(id)} label="Followers" estimate={84} render={(user) => <UserRow id={user} />} empty={empty} />;
}

function Following({ id }: { id: string }) {
  const empty = <Notice title="Not following anyone yet" />;
  return <PagedList query={useFollowing(id)} label="Following" estimate={84} render={(user) => <UserRow id={user} />} empty={empty} />;
}
