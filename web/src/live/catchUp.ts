import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import { absorb, setGone } from "../data/tweets";
import { watchedIds } from "../data/watching";

/** After an interruption, the stream sends the missed tweets but not deletions, changed counts and notifications. */
export async function catchUp(): Promise<void> {
  void queries.invalidateQueries({ queryKey: ["notifications"] });
  const ids = watchedIds.get();
  if (ids.length === 0) return;
  const page = await answer(api.GET("/api/roost/v1/tweets", { params: { query: { ids: ids.join(",") } } }));
  const there = new Set(absorb(page));
  for (const id of ids) if (!there.has(id)) setGone(id, true);
}
