import { Cell, useCell } from "../api/cell";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

interface Question {
  title: string;
  text: string;
  yes: string;
  /** What leaves everything as it is, such as "Cancel". */
  no?: string;
  /** Whether `yes` is for what one may regret. */
  danger?: boolean;
  run: () => void;
}

const asked = new Cell<Question | undefined>(undefined);

/** Asks before an action, which is by default one that cannot be undone. */
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
          {question.no ?? "Cancel"}
        </Button>
        <Button
          look={question.danger === false ? "primary" : "danger"}
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
