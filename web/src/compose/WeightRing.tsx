import { MAXIMUM_WEIGHT } from "./weight";
import "./WeightRing.css";

const RADIUS = 9;
const AROUND = 2 * Math.PI * RADIUS;
const NEAR_THE_END = 20;

/** The used part of a tweet's length, with a number once little is left. */
export function WeightRing({ id, weight }: { id: string; weight: number }) {
  const left = MAXIMUM_WEIGHT - weight;
  const used = Math.min(1, weight / MAXIMUM_WEIGHT);
  const state = left < 0 ? "over" : left <= NEAR_THE_END ? "near" : "fine";
  return (
    <span className={`weight weight-${state}`}>
      <span id={id} className={state === "fine" ? "only-spoken" : "weight-left"} role="status">
        {state === "fine" ? "" : left}
        <span className="only-spoken">{state === "over" ? " characters too many" : state === "near" ? " characters left" : ""}</span>
      </span>
      <svg viewBox="0 0 24 24" aria-hidden="true" className="weight-ring">
        <circle cx="12" cy="12" r={RADIUS} className="weight-track" />
        <circle cx="12" cy="12" r={RADIUS} className="weight-used" strokeDasharray={`${used * AROUND} ${AROUND}`} />
      </svg>
    </span>
  );
}
