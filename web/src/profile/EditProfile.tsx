import { useRef, useState } from "react";
import type { User } from "../api/types";
import { Button } from "../ui/Button";
import { confirm } from "../ui/Confirm";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { urlFor } from "../ui/pictures";
import { textOf, useSubmit } from "../ui/useSubmit";
import { uploadPicture } from "../upload/uploadPicture";
import { type PictureChange, PictureField } from "./PictureField";
import { editProfile } from "./profile";

const FIELDS = ["display_name", "bio", "location", "url"] as const;
const PREVIEW_WIDTH = 400;

export default function EditProfile({ user, onClose }: { user: User; onClose: () => void }) {
  const form = useRef<HTMLDivElement>(null);
  const [avatar, setAvatar] = useState<PictureChange>();
  const [header, setHeader] = useState<PictureChange>();
  const { busy, problem, problemOf, onSubmit } = useSubmit(FIELDS, async (values) => {
    const [avatarId, headerId] = await Promise.all([idOf(avatar, "avatar"), idOf(header, "header")]);
    await editProfile({
      display_name: textOf(values, "display_name"),
      bio: textOf(values, "bio"),
      location: textOf(values, "location"),
      url: textOf(values, "url"),
      ...(avatarId !== undefined && { avatar_id: avatarId }),
      ...(headerId !== undefined && { header_id: headerId }),
    });
    onClose();
  });

  const isChanged = () => {
    const element = form.current?.querySelector("form");
    if (!element) return false;
    const values = new FormData(element);
    const isPictureChanged = avatar !== undefined || header !== undefined;
    return isPictureChanged || FIELDS.some((name) => textOf(values, name).replaceAll("\r\n", "\n") !== user[name]);
  };
  const close = () => {
    if (!isChanged()) onClose();
    else confirm({ title: "Discard your changes?", text: "They have not been saved.", yes: "Discard", run: onClose });
  };
  return (
    <Dialog title="Edit profile" onClose={close} asks={isChanged}>
      <div ref={form}>
        <Form problem={problem} onSubmit={onSubmit}>
          <PictureField kind="avatar" current={urlOf(user.avatar)} change={avatar} onChange={setAvatar} />
          <PictureField kind="header" current={urlOf(user.header)} change={header} onChange={setHeader} />
          <Field label="Name" name="display_name" defaultValue={user.display_name} problem={problemOf("display_name")} data-autofocus />
          <Field label="Bio" name="bio" rows={3} defaultValue={user.bio} hint="Up to 160 characters." problem={problemOf("bio")} />
          <Field label="Location" name="location" defaultValue={user.location} problem={problemOf("location")} />
          <Field label="Website" name="url" inputMode="url" defaultValue={user.url} problem={problemOf("url")} />
          <div className="dialog-buttons">
            {busy && (avatar || header) ? <span role="status">Uploading…</span> : null}
            <Button onClick={close}>Cancel</Button>
            <Button look="primary" type="submit" busy={busy}>
              Save
            </Button>
          </div>
        </Form>
      </div>
    </Dialog>
  );
}

const urlOf = (picture: User["avatar"]) => picture && urlFor(picture.sizes, PREVIEW_WIDTH);

/** Uploads a new picture; null and undefined stay what they are. */
async function idOf(change: PictureChange, purpose: "avatar" | "header"): Promise<string | null | undefined> {
  return change ? uploadPicture(change, purpose) : change;
}
