interface Keyed {
  keys: string;
}

/** The longest pause before the second key of a pair. */
const PAIR_MILLISECONDS = 1_500;

/** Finds the entry of a key, alone or as the second of a pair such as `g h`. */
export class KeyReader<Entry extends Keyed> {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly firsts: ReadonlySet<string>;
  private first: { key: string; at: number } | undefined;

  constructor(entries: readonly Entry[]) {
    this.entries = new Map(entries.map((entry) => [entry.keys, entry]));
    this.firsts = new Set(entries.flatMap(({ keys }) => (keys.includes(" ") ? [keys.split(" ")[0] ?? ""] : [])));
  }

  read(key: string, at: number): Entry | undefined {
    const first = this.first;
    this.first = undefined;
    if (first !== undefined && at - first.at < PAIR_MILLISECONDS) return this.entries.get(`${first.key} ${key}`);
    if (this.firsts.has(key)) {
      this.first = { key, at };
      return undefined;
    }
    return this.entries.get(key);
  }
}
