import { useId, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "../ui/Button";
import { confirm } from "../ui/Confirm";
import { Dialog } from "../ui/Dialog";
import { useCapabilities } from "../data/capabilities";
import { useUpload } from "../data/uploads";
import { Preview } from "./Attachment";
import { FocusPoint } from "./FocusPoint";
import { describe } from "./attaching";
import { CENTER } from "./focus";
import "../ui/Field.css";
import "./DescriptionDialog.css";

const USUAL_LENGTH = 1_500;

/** Where an author describes a picture or video. It is outside of the composer, whose form it does not belong to. */
export function DescriptionDialog({ uploadKey, onClose }: { uploadKey: string; onClose: () => void }) {
  const upload = useUpload(uploadKey);
  const [text, setText] = useState(upload?.altText ?? "");
  const [focus, setFocus] = useState(upload?.focus ?? CENTER);
  const most = useCapabilities(true)?.media.alt_text_length ?? USUAL_LENGTH;
  const id = useId();
  if (upload === undefined) return null;
  const old = upload.focus ?? CENTER;
  const isMoved = focus.x !== old.x || focus.y !== old.y;
  const isChanged = () => text !== upload.altText || isMoved;
  const close = () => {
    if (!isChanged()) onClose();
    else confirm({ title: "Discard your changes?", text: "They have not been saved.", yes: "Discard", run: onClose });
  };
  const save = () => {
    if (isChanged()) describe(uploadKey, { alt_text: text.trim(), ...(isMoved && { focus }) });
    onClose();
  };
  return createPortal(
    <Dialog title="Description" onClose={close} asks={isChanged} className="describing">
      {upload.kind === "image" && upload.preview !== undefined ? (
        <FocusPoint picture={upload.preview} focus={focus} onChange={setFocus} />
      ) : (
        <div className="describing-picture">
          <Preview upload={upload} />
        </div>
      )}
      <div className="field">
        <label htmlFor={id}>What does it show?</label>
        <textarea
          id={id}
          rows={4}
          maxLength={most}
          value={text}
          dir="auto"
          aria-describedby={`${id}-about`}
          data-autofocus
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) save();
          }}
        />
        <p id={`${id}-about`} className="field-hint describing-hint">
          <span>For people who can't see it.</span>
          <span>
            {text.length} of {most}
          </span>
        </p>
      </div>
      <div className="dialog-buttons">
        <Button onClick={close}>Cancel</Button>
        <Button look="primary" onClick={save}>
          Save
        </Button>
      </div>
    </Dialog>,
    document.body,
  );
}
