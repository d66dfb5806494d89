import { ApiError, codeOf, describe, isTransient, PlainError, statusOf } from "../api/problem";
import { addPending, changePending, dropPending, type PendingMessage, pendingIn } from "../data/pendingMessages";

/** The server, the uploads and the clock; tests have others. */
export interface Surroundings {
  /** Sends a message, and shows what the server made of it. */
  send: (message: PendingMessage, mediaIds: readonly string[]) => Promise<void>;
  /** Waits for uploads; returns their IDs. */
  ready: (keys: readonly string[]) => Promise<readonly string[]>;
  /** Tries failed uploads again. */
  retryUploads: (keys: readonly string[]) => void;
  /** Forgets uploads that a message has now, or deletes them. */
  release: (keys: readonly string[], isSent: boolean) => void;
  /** Waits, but not longer than until `woken`. */
  pause: (milliseconds: number, woken: Promise<void>) => Promise<void>;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Sends the pending messages, those of a conversation one after the other, so that they arrive in order. It tries again until
 * the server answers; what the server rejects waits for the user.
 */
export class Outbox {
  private readonly surroundings: Surroundings;
  private readonly running = new Set<string>();
  private wakers: (() => void)[] = [];

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  add(message: PendingMessage): void {
    addPending(message);
    void this.run(message.conversationId);
  }

  /** Sends what an earlier visit left. */
  resume(conversationId: string): void {
    void this.run(conversationId);
  }

  /** The connection is back. */
  wake(): void {
    const wakers = this.wakers;
    this.wakers = [];
    for (const waker of wakers) waker();
  }

  retry(message: PendingMessage): void {
    this.surroundings.retryUploads(message.media);
    if (message.state === "failed") changePending(message, { state: "queued", problem: undefined, code: undefined });
    this.wake();
    void this.run(message.conversationId);
  }

  /** Gives up a message. One that is on its way may arrive all the same. */
  remove(message: PendingMessage): void {
    dropPending(message);
    this.surroundings.release(message.media, false);
    this.wake();
  }

  private async run(conversationId: string): Promise<void> {
    if (this.running.has(conversationId)) return;
    this.running.add(conversationId);
    try {
      for (let failures = 0, next = nextIn(conversationId); next !== undefined; next = nextIn(conversationId)) {
        const pause = await this.attempt(next, failures);
        failures = pause === undefined ? 0 : failures + 1;
        if (pause !== undefined) await this.surroundings.pause(pause, new Promise((resolve) => this.wakers.push(resolve)));
      }
    } finally {
      this.running.delete(conversationId);
    }
  }

  /** Returns after how many milliseconds to try again, if that may help. */
  private async attempt(message: PendingMessage, failures: number): Promise<number | undefined> {
    if (message.state !== "arrived") changePending(message, { state: "sending", problem: undefined });
    try {
      const mediaIds = await this.surroundings.ready(message.media);
      // The user may have deleted it meanwhile.
      if (!isPending(message)) return undefined;
      await this.surroundings.send(message, mediaIds);
      dropPending(message);
      this.surroundings.release(message.media, true);
      return undefined;
    } catch (error) {
      const pause = pauseAfter(error, failures);
      const isThere = pendingIn(message.conversationId).some(({ key, state }) => key === message.key && state === "arrived");
      if (!isThere) changePending(message, pause === undefined ? { state: "failed", problem: describe(error), code: codeOf(error) } : { state: "waiting" });
      else if (pause === undefined) dropPending(message);
      return pause;
    }
  }
}

const isPending = ({ conversationId, key }: PendingMessage) => pendingIn(conversationId).some((each) => each.key === key);

function nextIn(conversationId: string): PendingMessage | undefined {
  return pendingIn(conversationId).find(({ state }) => state !== "failed");
}

function pauseAfter(error: unknown, failures: number): number | undefined {
  if (error instanceof PlainError) return undefined;
  const growing = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
  if (error instanceof ApiError && statusOf(error) === 429) return Math.max(growing, 1_000 * (error.retryAfter ?? 0));
  return isTransient(error) ? growing : undefined;
}
