import type { User } from "../api/types";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { textOf, useSubmit } from "../ui/useSubmit";
import { editProfile } from "./profile";

const FIELDS = ["display_name", "bio", "location", "url"];

export default function EditProfile({ user, onClose }: { user: User; onClose: () => void }) {
  const { busy, problem, problemOf, onSubmit } = useSubmit(FIELDS, async (values) => {
    await editProfile({
      display_name: textOf(values, "display_name"),
      bio: textOf(values, "bio"),
      location: textOf(values, "location"),
      url: textOf(values, "url"),
    });
    onClose();
  });
  return (
    <Dialog title="Edit profile" onClose={onClose}>
      <Form problem={problem} onSubmit={onSubmit}>
        <Field label="Name" name="display_name" defaultValue={user.display_name} problem={problemOf("display_name")} data-autofocus />
        <Field label="Bio" name="bio" rows={3} defaultValue={user.bio} hint="Up to 160 characters." problem={problemOf("bio")} />
        <Field label="Location" name="location" defaultValue={user.location} problem={problemOf("location")} />
        <Field label="Website" name="url" type="url" defaultValue={user.url} hint="Starts with https://" problem={problemOf("url")} />
        <div className="dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" busy={busy}>
            Save
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
