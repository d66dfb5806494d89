import { Cell, useCell } from "../api/cell";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

interface Question {
  title: string;
  text: string;
  yes: string;
  run: () => void;
}

const asked = new Cell<Question | undefined>(undefined);

/** Asks before an action that cannot be undone. */
export function confirm(question: Question): void {
  asked.set(question);
}

export function Confirm() {
  const question = useCell(asked);
  if (question === undefined) return null;
  const close = () => asked.set(undefined);
  return (
    <Dialog title={question.title} onClose={close} className="dialog-small">
      <p>{question.text}</p>
      <div className="dialog-buttons">
        <Button data-autofocus onClick={close}>
          Cancel
        </Button>
        <Button
          look="danger"
          onClick={() => {
            close();
            question.run();
          }}
        >
          {question.yes}
        </Button>
      </div>
    </Dialog>
  );
}
