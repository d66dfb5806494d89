import { useState } from "react";
import { RefreshIcon } from "../ui/icons";
import { refreshHome } from "./refreshing";
import { FAR_ENOUGH, usePull } from "./usePull";
import "../ui/Button.css";
import "./PullToRefresh.css";

/** The icon moves no further down, however far the finger goes. */
const LOWEST = 68;

/** Refreshes the timeline when it is pulled down. An icon follows the finger and is filled once the pull is long enough. */
export function PullToRefresh() {
  const [busy, setBusy] = useState(false);
  const pulled = usePull(() => {
    setBusy(true);
    void refreshHome().then(() => setBusy(false));
  });
  if (pulled === 0 && !busy) return null;
  const down = busy ? LOWEST : LOWEST * Math.min(1, pulled / FAR_ENOUGH);
  return (
    <div
      className={`pull ${busy ? "turning" : ""}`}
      data-enough={busy || pulled >= FAR_ENOUGH}
      style={{ transform: `translateY(${down}px)` }}
      aria-hidden="true"
    >
      <RefreshIcon />
    </div>
  );
}
