import type { PendingMessage } from "../data/pendingMessages";
import { useUpload } from "../data/uploads";
import { QuotedTweet } from "../tweet/QuotedTweet";
import { Button } from "../ui/Button";
import { isOnlyEmoji } from "./emoji";
import { outbox } from "./sending";

/** A message on its way to the server, and how far it is. */
export function PendingRow({ pending, isFirst }: { pending: PendingMessage; isFirst: boolean }) {
  const { key, text, media, tweetId, state } = pending;
  const isBare = media.length === 0 && tweetId === undefined && isOnlyEmoji(text);
  return (
    <article className={`message message-mine message-pending ${isFirst ? "message-first" : ""}`} data-key={key} data-state={state} tabIndex={-1} aria-label="You, not sent yet">
      <div className="message-main">
        <div className={isBare ? "bubble bubble-emoji bubble-pending" : "bubble bubble-pending"}>
          {media.length === 0 ? null : (
            <div className="sending-pictures">
              {media.map((each) => (
                <SendingPicture key={each} uploadKey={each} />
              ))}
            </div>
          )}
          {text === "" ? null : (
            <p className="tweet-text message-text" dir="auto">
              {text}
            </p>
          )}
          {tweetId === undefined ? null : <QuotedTweet id={tweetId} />}
        </div>
        <State pending={pending} />
      </div>
    </article>
  );
}

function State({ pending }: { pending: PendingMessage }) {
  const { state, problem } = pending;
  if (state === "failed") {
    return (
      <div className="message-foot message-failed" role="alert">
        <span>Not sent. {problem}</span>
        <Choices pending={pending} />
      </div>
    );
  }
  if (state === "waiting") {
    return (
      <div className="message-foot">
        <span role="status">Waiting for the connection…</span>
        <Choices pending={pending} />
      </div>
    );
  }
  return <p className="message-foot">{state === "queued" ? "Waiting…" : "Sending…"}</p>;
}

function Choices({ pending }: { pending: PendingMessage }) {
  return (
    <>
      <Button look="quiet" onClick={() => outbox.retry(pending)}>
        Retry
      </Button>
      <Button look="quiet" onClick={() => outbox.remove(pending)}>
        Delete
      </Button>
    </>
  );
}

function SendingPicture({ uploadKey }: { uploadKey: string }) {
  const upload = useUpload(uploadKey);
  if (upload?.preview === undefined || (upload.kind === "video" && upload.preview.startsWith("blob:"))) return <span className="sending-picture">{upload?.kind ?? "file"}</span>;
  return <img className="sending-picture" src={upload.preview} alt={upload.altText} />;
}
