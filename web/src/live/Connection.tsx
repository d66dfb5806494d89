import { useEffect, useState } from "react";
import { useCell } from "../api/cell";
import { streamState } from "./live";
import "./Connection.css";

/** A connection that comes back within this time is nobody's business. */
const PATIENCE = 2_500;

/** Tells when what is seen may be old, because the server is out of reach. */
export function Connection() {
  const state = useCell(streamState);
  const lost = state === "offline" || state === "waiting";
  const isLate = useLasting(lost, state === "offline" ? 0 : PATIENCE);
  return (
    <div role="status" className="connection-place">
      {isLate ? (
        <p className="connection">
          {state === "offline"
            ? "You are offline. What you see may be old."
            : "The connection to Roost is lost; it is being made again."}
        </p>
      ) : null}
    </div>
  );
}

/** Whether something has been so for a while. */
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
