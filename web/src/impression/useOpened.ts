import { useEffect } from "react";
import type { Tweet } from "../api/types";
import { arrival, currentEntry } from "../ui/navigation";
import { reportOpening } from "./reports";

let reported = "";

/** Reports that the page of a tweet was opened, not that somebody came back to it. */
export function useOpened(tweet: Tweet): void {
  useEffect(() => {
    const opening = `${currentEntry()} ${tweet.id}`;
    if (arrival() !== "opened" || opening === reported) return;
    reported = opening;
    reportOpening(tweet, "expand");
    // Only its counts change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tweet.id]);
}
