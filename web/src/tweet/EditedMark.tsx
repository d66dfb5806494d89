import type { Tweet } from "../api/types";
import { exactTime } from "../ui/time";
import { historyShown } from "../data/edits";
import "./EditedMark.css";

/** That a tweet was edited; it shows the earlier versions. */
export function EditedMark({ tweet: { id, edited_at: editedAt } }: { tweet: Tweet }) {
  if (editedAt === undefined) return null;
  return (
    <button type="button" className="edited" title={`Edited ${exactTime(editedAt)}`} aria-haspopup="dialog" onClick={() => historyShown.set(id)}>
      Edited
    </button>
  );
}
