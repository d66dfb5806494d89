import { useState } from "react";
import type { MediaKind } from "../api/types";
import { Button, IconButton } from "../ui/Button";
import { BackIcon, CheckIcon, CloseIcon, ForwardIcon } from "../ui/icons";
import { type Upload, useUpload } from "../data/uploads";
import { positionOf } from "../media/gridLayout";
import { retry } from "./attaching";

interface AttachmentProps {
  uploadKey: string;
  number: number;
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: 1 | -1) => void;
  onDescribe: () => void;
  onRemove: () => void;
}

export const nouns: Record<MediaKind, string> = { image: "picture", gif: "GIF", video: "video" };

/** A file of a tweet that is being written: its preview, how far it is, and what can be done with it. */
export function Attachment({ uploadKey, number, isFirst, isLast, onMove, onDescribe, onRemove }: AttachmentProps) {
  const upload = useUpload(uploadKey);
  if (upload === undefined) return null;
  const name = `${nouns[upload.kind]} ${number}`;
  return (
    <div className={`attachment attachment-${upload.state}`}>
      <Preview upload={upload} />
      <div className="attachment-top">
        {isFirst && isLast ? null : (
          <>
            <IconButton label={`Move ${name} earlier`} data-step="-1" disabled={isFirst} onClick={() => onMove(-1)}>
              <BackIcon />
            </IconButton>
            <IconButton label={`Move ${name} later`} data-step="1" disabled={isLast} onClick={() => onMove(1)}>
              <ForwardIcon />
            </IconButton>
          </>
        )}
        <IconButton label={upload.state === "sending" ? `Cancel ${name}` : `Remove ${name}`} className="attachment-remove" onClick={onRemove}>
          <CloseIcon />
        </IconButton>
      </div>
      <Progress upload={upload} name={name} />
      {upload.state === "failed" ? (
        <Problem upload={upload} />
      ) : (
        <button
          type="button"
          className="attachment-describe"
          aria-label={`${upload.altText === "" ? "Add description" : "Edit description"} of ${name}`}
          onClick={onDescribe}
        >
          {upload.altText === "" ? null : <CheckIcon />}
          {upload.altText === "" ? "Add description" : "Edit description"}
        </button>
      )}
    </div>
  );
}

/** The file itself, or nothing if the browser cannot show it. */
export function Preview({ upload: { preview, kind, altText, focus } }: { upload: Upload }) {
  const [missing, setMissing] = useState(false);
  if (preview === undefined || missing) return <span className="attachment-preview">{nouns[kind]}</span>;
  const isFile = preview.startsWith("blob:");
  return kind === "video" && isFile ? (
    <video className="attachment-preview" src={preview} preload="metadata" muted playsInline onError={() => setMissing(true)} />
  ) : (
    <img
      className="attachment-preview"
      src={preview}
      alt={altText}
      draggable={false}
      style={{ objectPosition: positionOf(focus) }}
      onError={() => setMissing(true)}
    />
  );
}

function Progress({ upload: { state, progress }, name }: { upload: Upload; name: string }) {
  if (state === "ready" || state === "failed") return null;
  const percent = Math.round(progress * 100);
  const words = state === "processing" ? "Processing…" : state === "queued" ? "Waiting…" : `Uploading… ${percent} %`;
  return (
    <div className="attachment-state">
      <span>{words}</span>
      <progress
        aria-label={`${state === "processing" ? "Processing" : "Upload"} of ${name}`}
        max={1}
        value={state === "queued" || (state === "processing" && progress === 0) ? undefined : progress}
      />
    </div>
  );
}

function Problem({ upload: { key, problem, mayRetry } }: { upload: Upload }) {
  return (
    <div className="attachment-problem" role="alert">
      <p>{problem}</p>
      {mayRetry ? <Button onClick={() => retry(key)}>Try again</Button> : null}
    </div>
  );
}
