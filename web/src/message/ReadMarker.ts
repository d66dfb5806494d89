/** Several messages that are seen in a moment are one report. */
const PAUSE = 300;

/**
 * Reports up to where the user has read: the highest sequence number that was seen, and only if it is above what the server
 * knows. A report that failed is repeated with the next message that is seen.
 */
export class ReadMarker {
  private readonly report: (seq: number) => Promise<void>;
  private readonly schedule: (task: () => void, milliseconds: number) => () => void;
  private reported: number;
  private seen: number;
  private cancel: (() => void) | undefined;

  /** @param readSeq what the server knows */
  constructor(readSeq: number, report: (seq: number) => Promise<void>, schedule = later) {
    this.reported = readSeq;
    this.seen = readSeq;
    this.report = report;
    this.schedule = schedule;
  }

  /** A message is on the screen. */
  see(seq: number): void {
    this.seen = Math.max(this.seen, seq);
    if (this.seen <= this.reported || this.cancel !== undefined) return;
    this.cancel = this.schedule(() => this.send(), PAUSE);
  }

  /** Reports what waits for it. */
  flush(): void {
    if (this.cancel === undefined) return;
    this.cancel();
    this.send();
  }

  private send(): void {
    this.cancel = undefined;
    const before = this.reported;
    if (this.seen <= before) return;
    const seq = this.seen;
    this.reported = seq;
    this.report(seq).catch(() => {
      if (this.reported === seq) this.reported = before;
    });
  }
}

function later(task: () => void, milliseconds: number): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
