import { type ComponentProps, lazy, Suspense } from "react";
import { IconButton } from "../ui/Button";
import { CloseIcon } from "../ui/icons";
import type { DraftPart, PollPart } from "../data/draftParts";
import { PartField } from "./PartField";
import { PollEditor } from "./PollEditor";
import type { Place } from "./attaching";

const loadAttachments = () => import("./Attachments");
const Attachments = lazy(loadAttachments);

/** Loads what shows attached files, when some may follow. What does not load now is tried again then. */
export function prepareAttachments(): void {
  void loadAttachments().catch(() => undefined);
}

interface ComposerPartProps extends Omit<ComponentProps<typeof PartField>, "text" | "isOptional"> {
  part: DraftPart;
  place: Place;
  /** Absent if it is the only one. */
  onRemove: (() => void) | undefined;
  onPoll: (poll: PollPart | undefined) => void;
}

/** A tweet that is being written, alone or in a thread: its text and its files. */
export function ComposerPart({ part: { text, media, poll }, place, onRemove, onPoll, ...field }: ComposerPartProps) {
  return (
    <div className="composer-part">
      <div className="composer-line">
        <PartField {...field} text={text} isOptional={media.length > 0} />
        {onRemove ? (
          <IconButton label={`Remove tweet ${place.part + 1}`} className="composer-remove" onClick={onRemove}>
            <CloseIcon />
          </IconButton>
        ) : null}
      </div>
      {poll ? <PollEditor poll={poll} onChange={onPoll} /> : null}
      {media.length > 0 ? (
        <Suspense fallback={<div className="composer-loading" />}>
          <Attachments place={place} keys={media} />
        </Suspense>
      ) : null}
    </div>
  );
}
