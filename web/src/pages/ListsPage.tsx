import { useState } from "react";
import { Button, IconButton } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { Skeletons } from "../ui/Skeletons";
import { PlusIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { useLists } from "../data/lists";
import { ListForm } from "../list/ListForm";
import { ListRow } from "../list/ListRow";

/** The user's lists. */
export default function ListsPage() {
  const { data: lists, error, refetch } = useLists();
  const [creating, setCreating] = useState(false);
  const create = () => setCreating(true);
  return (
    <>
      <PageHead title="Lists" about="Groups of people whose tweets you read together">
        <IconButton label="New list" onClick={create}>
          <PlusIcon />
        </IconButton>
      </PageHead>
      {lists?.map((list) => <ListRow key={list.id} list={list} isOwn />)}
      {lists?.length === 0 ? (
        <Notice
          title="No lists yet"
          action={
            <Button look="primary" onClick={create}>
              Create your first list
            </Button>
          }
        >
          A list shows the tweets of the people that you put into it, whether you follow them or not.
        </Notice>
      ) : null}
      {lists !== undefined ? null : error ? <Failure error={error} retry={() => void refetch()} /> : <Skeletons label="Lists" />}
      {creating ? <ListForm onClose={() => setCreating(false)} onSaved={({ id }) => navigate(paths.listMembers(id))} /> : null}
    </>
  );
}
