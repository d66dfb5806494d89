import { lazy, Suspense } from "react";
import { useCell } from "../api/cell";
import { historyShown } from "../data/edits";

const HistoryDialog = lazy(() => import("./HistoryDialog"));

/** The versions of a tweet, while someone looks at them. */
export function HistoryHost() {
  const id = useCell(historyShown);
  if (id === undefined) return null;
  return (
    <Suspense fallback={null}>
      <HistoryDialog id={id} />
    </Suspense>
  );
}
