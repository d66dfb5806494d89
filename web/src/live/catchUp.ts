import { queries } from "../api/queries";
import { findDeleted } from "../data/missing";
import { watchedIds } from "../data/watching";

/** After an interruption, the stream sends the missed tweets but not deletions, changed counts and notifications. */
export async function catchUp(): Promise<void> {
  void queries.invalidateQueries({ queryKey: ["notifications"] });
  await findDeleted(watchedIds.get());
}
