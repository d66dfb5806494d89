import { Cell } from "../api/cell";

/** What a new message begins with. */
interface NewMessage {
  /** A tweet to share. */
  tweetId?: string;
}

/** The open dialog in which the user chooses whom to write to. */
export const writing = new Cell<NewMessage | undefined>(undefined);

export function writeMessage(begun: NewMessage = {}): void {
  writing.set(begun);
}

export function closeNewMessage(): void {
  writing.set(undefined);
}
