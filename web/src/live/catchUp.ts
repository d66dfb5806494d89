import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import { absorb, setGone } from "../data/tweets";
import { watchedIds } from "../data/watching";

/**
 * After a time without a stream: it brings the tweets of that time by itself, but not what was deleted, the counts that
 * changed, and the notifications.
 */
export async function catchUp(): Promise<void> {
  void queries.invalidateQueries({ queryKey: ["notifications"] });
  const ids = watchedIds.get();
  if (ids.length === 0) return;
  const page = await answer(api.GET("/api/roost/v1/tweets", { params: { query: { ids: ids.join(",") } } }));
  const there = new Set(absorb(page));
  for (const id of ids) if (!there.has(id)) setGone(id, true);
}
