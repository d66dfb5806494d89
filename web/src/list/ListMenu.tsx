import { useState } from "react";
import { describe } from "../api/problem";
import type { List } from "../api/types";
import { confirm } from "../ui/Confirm";
import { Menu } from "../ui/Menu";
import { GearIcon, HomeIcon, MoreIcon, PeopleIcon, TrashIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { deleteList, editList } from "../data/lists";
import { ListForm } from "./ListForm";

/** What the owner can do with a list. */
export function ListMenu({ list, onDeleted }: { list: List; onDeleted?: () => void }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Menu
        label={`Options for ${list.name}`}
        items={() => [
          { label: "Members", icon: <PeopleIcon />, run: () => navigate(paths.listMembers(list.id)) },
          { label: "Edit", icon: <GearIcon />, run: () => setEditing(true) },
          {
            label: list.pinned ? "Unpin from Home" : "Pin to Home",
            icon: <HomeIcon />,
            run: () => void attempt(() => editList(list, { pinned: !list.pinned })),
          },
          { label: "Delete", icon: <TrashIcon />, danger: true, run: () => askToDelete(list, onDeleted) },
        ]}
      >
        <MoreIcon />
      </Menu>
      {editing ? <ListForm list={list} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function askToDelete(list: List, onDeleted: (() => void) | undefined): void {
  confirm({
    title: `Delete ${list.name}?`,
    text: "The list is gone for good. You go on following the people in it whom you follow.",
    yes: "Delete",
    run: () =>
      void attempt(async () => {
        await deleteList(list);
        onDeleted?.();
      }),
  });
}

async function attempt(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}
