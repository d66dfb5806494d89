import type { Impression } from "../api/types";
import type { Surroundings } from "./sight";

/** What became of a report: stored, worth another attempt, of no use, or refused because the server counts nothing. */
export type Outcome = { kind: "stored" | "useless" | "refused" } | { kind: "again"; afterSeconds?: number | undefined };

export interface Batch {
  key: string;
  items: readonly Impression[];
}

/** Sends a batch; never throws. */
export type Send = (batch: Batch) => Promise<Outcome>;

/** The server accepts no more at once. */
export const MAXIMUM_ITEMS = 100;

/** Items that wait because the server is away; the oldest are dropped. */
export const MAXIMUM_WAITING = 500;

export const PAUSE = 5_000;
export const MAXIMUM_ATTEMPTS = 6;
const FIRST_RETRY = 5_000;
const LONGEST_RETRY = 120_000;

/**
 * Collects what the user saw and opened, and reports it in batches, one after the other. A batch that got lost is sent again
 * under its key, which the server counts once, and dropped after some attempts: these are statistics.
 */
export class Reporter {
  private waiting: Impression[] = [];
  private current: Batch | undefined;
  private attempts = 0;
  private isSending = false;
  private isRefused = false;
  private timer: (() => void) | undefined;
  private readonly surroundings: Surroundings;
  private readonly newKey: () => string;
  private readonly send: Send;

  constructor(surroundings: Surroundings, newKey: () => string, send: Send) {
    this.surroundings = surroundings;
    this.newKey = newKey;
    this.send = send;
  }

  /** @param urgent whether to report it at once, unless the server asked for a pause */
  add(item: Impression, urgent = false): void {
    if (this.isRefused) return;
    this.waiting = [...this.waiting, item].slice(-MAXIMUM_WAITING);
    if (this.current !== undefined) return;
    if (urgent || this.waiting.length >= MAXIMUM_ITEMS) this.flush();
    else this.timer ??= this.surroundings.schedule(() => this.flush(), PAUSE);
  }

  /** Sends what waits, without the usual pause. */
  flush(): void {
    if (this.current !== undefined || this.waiting.length === 0) return;
    this.stopTimer();
    this.current = this.nextBatch();
    this.attempts = 0;
    void this.attempt(this.current);
  }

  /** Sends everything before the page is gone, unless the server is away. */
  leave(): void {
    const isAway = this.current !== undefined && !this.isSending;
    while (this.waiting.length > 0 && !isAway) void this.send(this.nextBatch());
  }

  private nextBatch(): Batch {
    const items = this.waiting.slice(0, MAXIMUM_ITEMS);
    this.waiting = this.waiting.slice(MAXIMUM_ITEMS);
    return { key: this.newKey(), items };
  }

  private async attempt(batch: Batch): Promise<void> {
    this.stopTimer();
    this.attempts++;
    this.isSending = true;
    const outcome = await this.send(batch);
    this.isSending = false;
    if (outcome.kind === "again" && this.attempts < MAXIMUM_ATTEMPTS) {
      this.timer = this.surroundings.schedule(() => void this.attempt(batch), this.retryPause(outcome.afterSeconds));
      return;
    }
    this.current = undefined;
    this.isRefused = outcome.kind === "refused";
    if (this.isRefused) this.waiting = [];
    else if (this.waiting.length > 0) this.timer = this.surroundings.schedule(() => this.flush(), PAUSE);
  }

  private retryPause(afterSeconds: number | undefined): number {
    const pause = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (this.attempts - 1));
    return Math.max(pause, (afterSeconds ?? 0) * 1_000);
  }

  private stopTimer(): void {
    this.timer?.();
    this.timer = undefined;
  }
}
