import { useState } from "react";
import type { List, User } from "../api/types";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Failure } from "../ui/Failure";
import { Skeletons } from "../ui/Skeletons";
import { PlusIcon } from "../ui/icons";
import { closeListing, setMember, useLists, useListsHaving } from "../data/lists";
import { ListForm } from "./ListForm";
import { factsOf } from "./listFacts";
import "./AddToListsDialog.css";

/** Which of the user's lists have another user. Each change is made at once. */
export default function AddToListsDialog({ user }: { user: User }) {
  const [creating, setCreating] = useState(false);
  const lists = useLists();
  const having = useListsHaving(user.id);
  if (creating) {
    return <ListForm onClose={() => setCreating(false)} onSaved={(list) => void setMember(list, user, true)} />;
  }
  const failed = lists.error ?? having.error;
  return (
    <Dialog title={`Add @${user.username} to lists`} onClose={closeListing} className="dialog-small">
      {failed ? (
        <Failure error={failed} retry={() => void Promise.all([lists.refetch(), having.refetch()])} />
      ) : lists.data === undefined || having.data === undefined ? (
        <Skeletons label="your lists" rows={2} />
      ) : (
        <Choices lists={lists.data} having={having.data} user={user} />
      )}
      <div className="dialog-buttons">
        <Button onClick={() => setCreating(true)}>
          <PlusIcon /> New list
        </Button>
        <Button look="primary" onClick={closeListing}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}

function Choices({ lists, having, user }: { lists: readonly List[]; having: readonly string[]; user: User }) {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  if (lists.length === 0) return <p>You have no lists yet.</p>;
  const choose = async (list: List, on: boolean) => {
    setBusy((before) => new Set([...before, list.id]));
    await setMember(list, user, on);
    setBusy((before) => new Set([...before].filter((id) => id !== list.id)));
  };
  return (
    <ul className="list-choices">
      {lists.map((list) => (
        <li key={list.id}>
          <label className="list-choice">
            <input
              type="checkbox"
              checked={having.includes(list.id) !== busy.has(list.id)}
              disabled={busy.has(list.id)}
              onChange={({ target }) => void choose(list, target.checked)}
            />
            <bdi className="name">{list.name}</bdi>
            <span className="list-choice-about">{factsOf(list)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
