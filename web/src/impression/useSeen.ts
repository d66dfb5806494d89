import { useCallback } from "react";
import type { Tweet } from "../api/types";
import { isCounted, sight } from "./reports";
import { isInSight } from "./sight";

/** A tweet on the page. */
interface Shown {
  tweet: Tweet;
  isVisible: boolean;
}

const shown = new Map<Element, Shown>();

/** The head of the page covers what is below it. */
const HEAD_HEIGHT = 56;

/** So many that half of the window is noticed even for a tweet that is several windows high. */
const THRESHOLDS = Array.from({ length: 21 }, (_, step) => step / 20);

const observer = new IntersectionObserver((entries) => entries.forEach(see), {
  rootMargin: `-${HEAD_HEIGHT}px 0px 0px`,
  threshold: THRESHOLDS,
});

function see({ target, intersectionRect, boundingClientRect, rootBounds }: IntersectionObserverEntry): void {
  const place = shown.get(target);
  const windowHeight = rootBounds?.height ?? window.innerHeight;
  const isVisible = isInSight(intersectionRect.height, boundingClientRect.height, windowHeight);
  if (place === undefined || place.isVisible === isVisible) return;
  place.isVisible = isVisible;
  if (isVisible) sight.entered(place.tweet.id);
  else sight.left(place.tweet.id);
}

/** A ref for the element that shows a tweet: others' tweets are reported to their authors once they were seen. */
export function useSeen(tweet: Tweet): (element: Element | null) => (() => void) | undefined {
  return useCallback(
    (element) => {
      if (element === null || !isCounted(tweet)) return undefined;
      shown.set(element, { tweet, isVisible: false });
      observer.observe(element);
      return () => {
        observer.unobserve(element);
        if (shown.get(element)?.isVisible) sight.left(tweet.id);
        shown.delete(element);
      };
    },
    // The text of a tweet does not change, only its counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [tweet.id],
  );
}

/** The tweet that an element is part of, if it is one that counts. */
export function tweetAround(element: Element | null): Tweet | undefined {
  for (let each = element; each !== null; each = each.parentElement) {
    const place = shown.get(each);
    if (place !== undefined) return place.tweet;
  }
  return undefined;
}
