import { lazy, Suspense } from "react";
import { useCell } from "../api/cell";
import { viewing } from "./viewing";

const Viewer = lazy(() => import("./Viewer"));

/** The viewer while it is open. */
export function ViewerHost() {
  const shown = useCell(viewing);
  if (shown === undefined) return null;
  return (
    <Suspense fallback={null}>
      <Viewer pictures={shown.pictures} first={shown.index} />
    </Suspense>
  );
}
