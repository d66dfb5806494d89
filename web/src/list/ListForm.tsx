import type { List } from "../api/types";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { textOf, useSubmit } from "../ui/useSubmit";
import { createList, editList } from "../data/lists";
import "../settings/MessagePreferences.css";
import "../settings/NotificationPreferences.css";
import "./ListForm.css";

interface ListFormProps {
  /** The list to change; without it, a new one. */
  list?: List;
  onClose: () => void;
  onSaved?: (list: List) => void;
}

const LONGEST_NAME = 50;

const replies: readonly { value: List["replies"]; label: string; about: string }[] = [
  { value: "none", label: "No replies to others", about: "Only to themselves and to you." },
  { value: "members", label: "Replies to members", about: "To others in this list." },
  { value: "followed", label: "Replies to members and people you follow", about: "As on Home." },
];

/** The settings of a list. */
export function ListForm({ list, onClose, onSaved }: ListFormProps) {
  const { busy, problem, problemOf, onSubmit } = useSubmit(["name"], async (values) => {
    const settings = settingsIn(values);
    const saved = list === undefined ? await createList(settings) : await editList(list, settings);
    onClose();
    onSaved?.(saved);
  });
  return (
    <Dialog title={list === undefined ? "New list" : "Edit list"} onClose={onClose}>
      <Form problem={problem} onSubmit={onSubmit}>
        <Field
          label="Name"
          name="name"
          defaultValue={list?.name ?? ""}
          maxLength={LONGEST_NAME}
          dir="auto"
          autoComplete="off"
          problem={problemOf("name")}
          data-autofocus
        />
        <div className="list-switches">
          <Switch name="private" label="Private" about="Only you see the list and who is in it." on={list?.private ?? true} />
          <Switch name="pinned" label="Pin to Home" about="A tab on Home shows its tweets." on={list?.pinned ?? false} />
          <Switch name="exclusive" label="Keep out of Home" about="You see tweets of its members in this list only." on={list?.exclusive ?? false} />
        </div>
        <fieldset className="radios">
          <legend>Replies</legend>
          {replies.map(({ value, label, about }) => (
            <label key={value} className="radio">
              <input type="radio" name="replies" value={value} defaultChecked={value === (list?.replies ?? "members")} />
              <span>
                {label}
                <span className="radio-about">{about}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" busy={busy}>
            {list === undefined ? "Create" : "Save"}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function Switch({ name, label, about, on }: { name: string; label: string; about: string; on: boolean }) {
  return (
    <label className="switch">
      <span>
        {label}
        <span className="radio-about">{about}</span>
      </span>
      <input type="checkbox" role="switch" name={name} defaultChecked={on} />
    </label>
  );
}

function settingsIn(values: FormData) {
  const chosen = textOf(values, "replies");
  return {
    name: textOf(values, "name").trim(),
    private: values.has("private"),
    pinned: values.has("pinned"),
    exclusive: values.has("exclusive"),
    replies: replies.find(({ value }) => value === chosen)?.value ?? "members",
  };
}
