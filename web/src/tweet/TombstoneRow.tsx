import { useRecord } from "../api/records";
import { tombstones } from "../data/tweets";
import "./TombstoneRow.css";

/** A placeholder for a deleted or hidden tweet. */
export function TombstoneRow({ id }: { id: string }) {
  const tombstone = useRecord(tombstones, id);
  return (
    <p className="tombstone">
      {tombstone?.tombstone === "hidden" ? "You can't see this tweet." : "This tweet was deleted."}
    </p>
  );
}
