import { useCallback, useSyncExternalStore } from "react";

/**
 * Objects by ID. Each is stored once, however many lists show it, so a change here is visible everywhere. Values are
 * replaced, never mutated.
 */
export class Records<Value> {
  private readonly values = new Map<string, Value>();
  private readonly listeners = new Map<string, Set<() => void>>();

  get(id: string): Value | undefined {
    return this.values.get(id);
  }

  set(id: string, value: Value): void {
    this.values.set(id, value);
    this.listeners.get(id)?.forEach((listener) => listener());
  }

  /** Changes a known value; does nothing for an unknown one. */
  update(id: string, change: (value: Value) => Value): void {
    const value = this.values.get(id);
    if (value !== undefined) this.set(id, change(value));
  }

  delete(id: string): void {
    if (this.values.delete(id)) this.listeners.get(id)?.forEach((listener) => listener());
  }

  subscribe(id: string, listener: () => void): () => void {
    const listeners = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(id);
    };
  }

  clear(): void {
    const known = [...this.values.keys()];
    this.values.clear();
    for (const id of known) this.listeners.get(id)?.forEach((listener) => listener());
  }
}

export function useRecord<Value>(records: Records<Value>, id: string): Value | undefined {
  const subscribe = useCallback((listener: () => void) => records.subscribe(id, listener), [records, id]);
  return useSyncExternalStore(subscribe, () => records.get(id));
}
