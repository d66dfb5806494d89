import { queries } from "../api/queries";
import { catchUpMessages } from "../data/messageEvents";
import { findDeleted } from "../data/missing";
import { trendsChanged } from "../data/trends";
import { watchedIds } from "../data/watching";

/**
 * After an interruption, the stream sends the missed tweets but not deletions, changed counts, messages, notifications
 * and trends.
 */
export async function catchUp(): Promise<void> {
  void queries.invalidateQueries({ queryKey: ["notifications"] });
  catchUpMessages();
  trendsChanged();
  await findDeleted(watchedIds.get());
}
