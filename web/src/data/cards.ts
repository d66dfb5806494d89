import { Records, useRecord } from "../api/records";
import type { Card } from "../api/types";

/** The cards that responses contained, by link as written in tweets. */
const cards = new Records<Card>();

export function absorbCards(list: readonly Card[]): void {
  for (const card of list) cards.set(card.url, card);
}

export function useCard(link: string | undefined): Card | undefined {
  return useRecord(cards, link ?? "");
}
