import { Notice } from "../ui/Notice";
import { PagedList } from "../ui/PagedList";
import { useFoundUsers } from "../data/userLists";
import { UserRow } from "../profile/UserRow";

/** The users who match a search. */
export function FoundUsers({ words }: { words: string }) {
  return (
    <PagedList
      query={useFoundUsers(words)}
      label="People"
      estimate={90}
      render={(id) => <UserRow id={id} />}
      empty={<Notice title="Nobody found">Try a part of a name or username.</Notice>}
    />
  );
}
