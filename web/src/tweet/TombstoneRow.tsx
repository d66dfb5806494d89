import { type Absence, reveal } from "../data/missing";
import "./TombstoneRow.css";

const reasons: Record<Absence, string> = {
  unknown: "Loading…",
  unreadable: "Couldn't load this tweet.",
  deleted: "This tweet was deleted.",
  hidden: "You can't see this tweet.",
  blocked: "From an account you block.",
  muted: "From an account you muted.",
};

/** A placeholder for a tweet that is not shown, with the reason. */
export function TombstoneRow({ id, absence }: { id: string; absence: Absence }) {
  return (
    <p className="tombstone">
      {reasons[absence]}
      {absence === "muted" ? (
        <button type="button" className="tombstone-show" onClick={() => reveal(id)}>
          Show
        </button>
      ) : null}
    </p>
  );
}
