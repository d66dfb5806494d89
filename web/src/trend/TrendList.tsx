import { useRef, useState } from "react";
import type { Trend } from "../api/types";
import { topicKey, useWanted } from "../data/trends";
import { steadyOrder } from "./steady";
import { TrendRow } from "./TrendRow";
import { useHeld } from "./useHeld";

interface TrendListProps {
  trends: readonly Trend[];
  short?: boolean;
}

/** Trends, which change while they are shown. What the reader points at keeps its place. */
export function TrendList({ trends, short = false }: TrendListProps) {
  const list = useRef<HTMLDivElement>(null);
  const shown = useWanted(useSteady(trends, useHeld(list)));
  return (
    <div ref={list} role={short ? "list" : "feed"} aria-label="Trends">
      {shown.map((trend, index) => (
        <TrendRow key={keyOf(trend)} trend={trend} rank={index + 1} short={short} />
      ))}
    </div>
  );
}

const keyOf = ({ topic }: Trend): string => topicKey(topic);

/** The trends in the order in which to show them. */
function useSteady(trends: readonly Trend[], held: boolean): readonly Trend[] {
  const [shown, setShown] = useState(trends);
  const [latest, setLatest] = useState({ trends, held });
  if (latest.trends === trends && latest.held === held) return shown;
  const known = new Map([...shown, ...trends].map((trend) => [keyOf(trend), trend]));
  const order = steadyOrder(shown.map(keyOf), trends.map(keyOf), held);
  const next = order.flatMap((key) => known.get(key) ?? []);
  setLatest({ trends, held });
  setShown(next);
  return next;
}
