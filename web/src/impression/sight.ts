/** Less of a tweet, or for a shorter time, does not count as a view. */
export const SEEN_AFTER = 1_000;

/** The server counts one view in this time. */
export const SEEN_AGAIN_AFTER = 30_000;

/**
 * Whether enough of a tweet is visible: half of it, or if it is higher than the window, as much as fills half of that.
 *
 * @param visible the height of its visible part, like the others in pixels
 */
export function isInSight(visible: number, height: number, windowHeight: number): boolean {
  return visible > 0 && visible >= Math.min(height, windowHeight) / 2;
}

/** What views depend on, so that tests need not wait. */
export interface Surroundings {
  now(): number;
  schedule(task: () => void, milliseconds: number): () => void;
}

/** Finds out which tweets are visible for long enough. A tweet can be in several places. */
export class Sight {
  private readonly places = new Map<string, number>();
  private readonly timers = new Map<string, () => void>();
  private readonly seenAt = new Map<string, number>();
  private isPageVisible = true;
  private readonly surroundings: Surroundings;
  private readonly onSeen: (tweetId: string) => void;

  constructor(surroundings: Surroundings, onSeen: (tweetId: string) => void) {
    this.surroundings = surroundings;
    this.onSeen = onSeen;
  }

  entered(tweetId: string): void {
    this.places.set(tweetId, (this.places.get(tweetId) ?? 0) + 1);
    this.await(tweetId);
  }

  left(tweetId: string): void {
    const others = (this.places.get(tweetId) ?? 1) - 1;
    if (others > 0) {
      this.places.set(tweetId, others);
      return;
    }
    this.places.delete(tweetId);
    this.cancel(tweetId);
  }

  /** Nobody sees a tab in the background. When it returns, the second starts again. */
  pageVisible(visible: boolean): void {
    if (visible === this.isPageVisible) return;
    this.isPageVisible = visible;
    for (const id of this.places.keys()) {
      if (visible) this.await(id);
      else this.cancel(id);
    }
  }

  private await(tweetId: string): void {
    if (!this.isPageVisible || this.timers.has(tweetId)) return;
    this.timers.set(
      tweetId,
      this.surroundings.schedule(() => this.lasted(tweetId), SEEN_AFTER),
    );
  }

  private cancel(tweetId: string): void {
    this.timers.get(tweetId)?.();
    this.timers.delete(tweetId);
  }

  private lasted(tweetId: string): void {
    const now = this.surroundings.now();
    this.forgetOld(now);
    if (this.seenAt.has(tweetId)) return;
    this.seenAt.set(tweetId, now);
    this.onSeen(tweetId);
  }

  /** In the order of time, so the old ones come first. */
  private forgetOld(now: number): void {
    for (const [id, at] of this.seenAt) {
      if (now - at < SEEN_AGAIN_AFTER) return;
      this.seenAt.delete(id);
    }
  }
}
