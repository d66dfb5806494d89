import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import type { Revision, Tweet } from "../api/types";
import { Dialog } from "../ui/Dialog";
import { Failure } from "../ui/Failure";
import { Skeletons } from "../ui/Skeletons";
import { momentOf } from "../ui/time";
import { historyShown, useRevisions } from "../data/edits";
import { useTweet } from "../data/tweets";
import { Segments } from "./TweetText";
import { segmentsOf } from "./segments";
import "./HistoryDialog.css";

const close = () => historyShown.set(undefined);

/** The versions of a tweet's text, oldest first. */
export default function HistoryDialog({ id }: { id: string }) {
  const tweet = useTweet(id)?.tweet;
  useClosingOnOtherPages();
  return (
    <Dialog title="Edit history" onClose={close}>
      {tweet === undefined ? null : <Versions tweet={tweet} />}
    </Dialog>
  );
}

/** A link in a version leads to another page, which the dialog would cover. */
function useClosingOnOtherPages(): void {
  const [page] = useLocation();
  const [first] = useState(page);
  useEffect(() => {
    if (page !== first) close();
  }, [page, first]);
}

function Versions({ tweet }: { tweet: Tweet }) {
  const { data, error, refetch } = useRevisions(tweet);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeletons label="versions" rows={2} />;
  return (
    <ol className="versions">
      {data.map((revision, index) => (
        <li key={index}>
          <p className="version-time">
            {index === data.length - 1 ? "Current version" : index === 0 ? "Original" : `Version ${index + 1}`} ·{" "}
            <time dateTime={revision.created_at}>{momentOf(revision.created_at)}</time>
          </p>
          <Version revision={revision} />
        </li>
      ))}
    </ol>
  );
}

function Version({ revision: { content, entities, content_warning: warning } }: { revision: Revision }) {
  return (
    <>
      {warning === undefined ? null : (
        <p className="version-warning" dir="auto">
          Content warning: {warning}
        </p>
      )}
      <p className="tweet-text" dir="auto">
        {content === "" ? <em>No text</em> : <Segments segments={segmentsOf(content, entities, undefined)} />}
      </p>
    </>
  );
}
