import twitterText from "twitter-text";
import { addressesIn } from "./addresses";
import type { Weight } from "./weight";

const ADDRESS_WEIGHT = 23;

/** The server rejects longer texts. */
const MAXIMUM_UNITS = 4096;

/**
 * The weight of a text in Unicode normal form C, as the server computes it. twitter-text counts letters and emoji; URLs
 * and dots are replaced first, so that it finds no other URLs.
 */
export function exactWeight(text: string): Weight {
  if (text.length > MAXIMUM_UNITS) return { weight: text.length, fits: false };
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of addressesIn(text)) {
    pieces.push(withoutDots(text.slice(at, start)), " ".repeat(ADDRESS_WEIGHT));
    at = end;
  }
  pieces.push(withoutDots(text.slice(at)));
  const { weightedLength, valid } = twitterText.parseTweet(pieces.join(""));
  return { weight: weightedLength, fits: valid };
}

function withoutDots(text: string): string {
  return text.replaceAll(".", ",");
}
