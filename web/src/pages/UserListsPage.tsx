import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { Skeletons } from "../ui/Skeletons";
import { useListsOf } from "../data/lists";
import { useUser } from "../data/users";
import { ListRow } from "../list/ListRow";
import { useUserByName } from "../profile/profile";

/** The public lists of a user. */
export default function UserListsPage({ username }: { username: string }) {
  const owner = useUserByName(username);
  const user = useUser(owner.data ?? "");
  const lists = useListsOf(owner.data);
  const failed = owner.error ?? lists.error;
  return (
    <>
      <PageHead title="Lists" about={`Public lists of @${user?.username ?? username}`} back />
      {failed ? (
        <Failure error={failed} retry={() => void (owner.error ? owner.refetch() : lists.refetch())} />
      ) : lists.data === undefined ? (
        <Skeletons label="Lists" />
      ) : lists.data.length === 0 ? (
        <Notice title="No public lists" />
      ) : (
        lists.data.map((list) => <ListRow key={list.id} list={list} isOwn={false} />)
      )}
    </>
  );
}
