import { useRecord } from "../api/records";
import { tombstones } from "../data/tweets";
import "./TombstoneRow.css";

/** Where a tweet was. */
export function TombstoneRow({ id }: { id: string }) {
  const tombstone = useRecord(tombstones, id);
  return (
    <p className="tombstone">
      {tombstone?.tombstone === "hidden" ? "You do not get to see this tweet." : "This tweet is no longer there."}
    </p>
  );
}
