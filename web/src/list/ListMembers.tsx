import type { List } from "../api/types";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PagedList } from "../ui/PagedList";
import { setMember } from "../data/lists";
import { useListMembers } from "../data/userLists";
import { useUser } from "../data/users";
import { RecipientField } from "../message/RecipientField";
import { UserRow } from "../profile/UserRow";
import "./ListMembers.css";

/** Who is in a list; its owner adds and removes users. */
export function ListMembers({ list, isOwn }: { list: List; isOwn: boolean }) {
  return (
    <>
      {isOwn ? (
        <div className="list-add">
          <RecipientField
            label="Add people"
            chosen={[]}
            without={[]}
            onChange={([user]) => {
              if (user !== undefined) void setMember(list, user, true);
            }}
          />
        </div>
      ) : null}
      <PagedList
        query={useListMembers(list.id)}
        label="Members"
        estimate={84}
        render={(id) => (isOwn ? <OwnRow list={list} id={id} /> : <UserRow id={id} />)}
        empty={<Notice title="Nobody is in this list yet">{isOwn ? "Find people above, or choose “Add to lists” in the menu of a profile." : undefined}</Notice>}
      />
    </>
  );
}

function OwnRow({ list, id }: { list: List; id: string }) {
  const user = useUser(id);
  return (
    <UserRow id={id} className="list-member" bare>
      {user === undefined ? null : (
        <Button aria-label={`Remove @${user.username}`} onClick={() => void setMember(list, user, false)}>
          Remove
        </Button>
      )}
    </UserRow>
  );
}
