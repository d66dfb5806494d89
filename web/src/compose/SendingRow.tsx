import { useCell } from "../api/cell";
import { Avatar } from "../ui/Avatar";
import type { DraftPart } from "../data/draftParts";
import { useMe } from "../data/me";
import { type Upload, useUpload } from "../data/uploads";
import { useUser } from "../data/users";
import { outbox } from "./post";
import "../tweet/TweetRow.css";
import "../tweet/TweetText.css";
import "./SendingRow.css";

/** The tweets that are being sent: replies to a tweet, or without `replyTo` all others. */
export function SendingRows({ replyTo }: { replyTo?: string }) {
  const sendings = useCell(outbox).filter((sending) => sending.target.replyTo === replyTo);
  return sendings.flatMap(({ key, draft }) =>
    draft.parts.map((part, index) => <SendingRow key={`${key}-${index}`} part={part} />),
  );
}

function SendingRow({ part: { text, media } }: { part: DraftPart }) {
  const me = useMe();
  const author = useUser(me?.id ?? "");
  return (
    <div className="tweet tweet-sending">
      <span className="tweet-avatar">
        <Avatar user={author} />
      </span>
      <div className="tweet-main">
        <div className="tweet-head">
          <bdi className="name">{author?.display_name}</bdi>
          <span className="handle" role="status">
            {media.length === 0 ? "sending…" : <Stage keys={media} />}
          </span>
        </div>
        {text === "" ? null : (
          <p className="tweet-text" dir="auto">
            {text}
          </p>
        )}
        {media.length === 0 ? null : (
          <div className="sending-media">
            {media.map((key) => (
              <SendingPicture key={key} uploadKey={key} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** What a tweet waits for: its first upload that is not ready. */
function Stage({ keys: [key = "", ...others] }: { keys: readonly string[] }) {
  const upload = useUpload(key);
  if (upload?.state === "ready" && others.length > 0) return <Stage keys={others} />;
  return wordsFor(upload);
}

const nouns = { image: "picture", gif: "GIF", video: "video" } as const;

function wordsFor(upload: Upload | undefined): string {
  if (upload?.state === "processing") return `Processing ${nouns[upload.kind]}…`;
  if (upload?.state === "sending") return `Uploading ${nouns[upload.kind]}, ${Math.round(upload.progress * 100)} %…`;
  return upload?.state === "queued" ? `Uploading ${nouns[upload.kind]}…` : "sending…";
}

function SendingPicture({ uploadKey }: { uploadKey: string }) {
  const upload = useUpload(uploadKey);
  if (upload?.preview === undefined || (upload.kind === "video" && upload.preview.startsWith("blob:"))) return null;
  return <img src={upload.preview} alt={upload.altText} />;
}
