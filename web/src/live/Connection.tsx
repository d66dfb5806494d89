import { useEffect, useState } from "react";
import { useCell } from "../api/cell";
import { streamState } from "./live";
import "./Connection.css";

/** A connection that is restored within this time is not reported. */
const PATIENCE = 3_000;

/** Reports a lost connection, because the page may be out of date. */
export function Connection() {
  const state = useCell(streamState);
  const isOffline = state === "offline";
  const isLate = useLasting(state === "waiting", PATIENCE);
  return (
    <div role="status" className="connection-place">
      {isOffline || isLate ? (
        <p className="connection">
          {isOffline ? "You're offline. This may be out of date." : "Connection lost. Reconnecting…"}
        </p>
      ) : null}
    </div>
  );
}

/** Whether a condition has held for a while. */
function useLasting(on: boolean, milliseconds: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setTimeout(() => setLasting(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [on, milliseconds]);
  return on && lasting;
}
