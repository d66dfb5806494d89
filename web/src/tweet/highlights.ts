import { createContext, useContext } from "react";
import type { Highlight } from "../api/types";

export type Range = Highlight["ranges"][number];

/** The parts of tweets to mark, by tweet: those that match a search. */
export const Highlights = createContext<ReadonlyMap<string, readonly Range[]>>(new Map());

const NONE: readonly Range[] = [];

export function useHighlight(id: string): readonly Range[] {
  return useContext(Highlights).get(id) ?? NONE;
}
