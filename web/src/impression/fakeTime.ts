import type { Surroundings } from "./sight";

interface Timer {
  at: number;
  task: () => void;
}

/** A clock for tests, whose timers run when it is moved on. */
export class FakeTime implements Surroundings {
  private time = 0;
  private timers: Timer[] = [];

  now(): number {
    return this.time;
  }

  schedule(task: () => void, milliseconds: number): () => void {
    const timer = { at: this.time + milliseconds, task };
    this.timers.push(timer);
    return () => this.remove(timer);
  }

  /** Runs what is due in this time; before and between tasks, promises go on. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await settled();
    for (let next = this.first(end); next !== undefined; next = this.first(end)) {
      this.time = next.at;
      this.remove(next);
      next.task();
      await settled();
    }
    this.time = end;
  }

  private first(end: number): Timer | undefined {
    return [...this.timers].sort((a, b) => a.at - b.at).find(({ at }) => at <= end);
  }

  private remove(timer: Timer): void {
    this.timers = this.timers.filter((each) => each !== timer);
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}
