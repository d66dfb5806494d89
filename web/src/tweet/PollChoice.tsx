import { useId, useState } from "react";
import type { Poll } from "../api/types";
import { Button } from "../ui/Button";
import { vote } from "./vote";

/** The options to choose from, and the button that votes: a vote is final, so a click alone does not. */
export function PollChoice({ poll, onVoted }: { poll: Poll; onVoted: () => void }) {
  const name = useId();
  const [choice, setChoice] = useState<number | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    if (choice === undefined || isBusy) return;
    setBusy(true);
    await vote(poll.id, choice);
    setBusy(false);
    onVoted();
  };
  return (
    <form
      className="poll-choice"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="poll-options" role="radiogroup" aria-label="Options">
        {poll.options.map(({ text }, index) => (
          <label key={index} className="poll-option">
            <input type="radio" name={name} checked={choice === index} onChange={() => setChoice(index)} />
            <bdi>{text}</bdi>
          </label>
        ))}
      </div>
      <Button type="submit" busy={isBusy} disabled={choice === undefined}>
        Vote
      </Button>
    </form>
  );
}
