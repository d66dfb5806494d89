import { useState } from "react";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Skeletons } from "../ui/Skeletons";
import { useHiddenReplies } from "../data/hiddenReplies";
import { TweetRow } from "./TweetRow";
import "./HiddenReplies.css";

/** The replies that the author of a tweet hid, once the reader asks for them. */
export function HiddenReplies({ id, count }: { id: string; count: number }) {
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <section className="hidden-replies" aria-label="Hidden replies">
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? "Close hidden replies" : `Show ${count} hidden ${count === 1 ? "reply" : "replies"}`}
      </Button>
      {isOpen ? <List id={id} /> : null}
    </section>
  );
}

function List({ id }: { id: string }) {
  const { data: ids, error, refetch } = useHiddenReplies(id);
  if (error && ids === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (ids === undefined) return <Skeletons label="hidden replies" rows={2} />;
  return ids.map((each) => <TweetRow key={each} id={each} />);
}
