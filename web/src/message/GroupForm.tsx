import { useState } from "react";
import { describe } from "../api/problem";
import type { Conversation } from "../api/types";
import { Button } from "../ui/Button";
import { urlFor } from "../ui/pictures";
import { toast } from "../ui/toasts";
import { type PictureChange, PictureField } from "../profile/PictureField";
import { uploadPicture } from "../upload/uploadPicture";
import { editGroup } from "./conversationActions";
import "../ui/Field.css";

const PREVIEW_WIDTH = 160;
const MAXIMUM_LENGTH = 100;

/** The name and the picture of a group, for its admins. */
export function GroupForm({ conversation: { id, name, picture } }: { conversation: Conversation }) {
  const [text, setText] = useState(name);
  const [change, setChange] = useState<PictureChange>();
  const [isBusy, setBusy] = useState(false);
  const isChanged = text.trim() !== name || change !== undefined;
  const save = async () => {
    setBusy(true);
    try {
      const mediumId = change ? await uploadPicture(change, "message") : change;
      await editGroup(id, { name: text.trim(), ...(mediumId !== undefined && { picture_media_id: mediumId }) });
      setChange(undefined);
      toast({ text: "Saved." });
    } catch (error) {
      toast({ text: describe(error), kind: "failure" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="group-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PictureField kind="avatar" label="Group picture" current={urlFor(picture?.sizes ?? [], PREVIEW_WIDTH)} change={change} onChange={setChange} />
      <div className="field">
        <label htmlFor="edited-group-name">Name</label>
        <input id="edited-group-name" value={text} maxLength={MAXIMUM_LENGTH} dir="auto" onChange={(event) => setText(event.target.value)} />
      </div>
      {isChanged ? (
        <Button look="primary" type="submit" busy={isBusy}>
          Save
        </Button>
      ) : null}
    </form>
  );
}
