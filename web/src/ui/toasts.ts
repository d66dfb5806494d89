import { Cell } from "../api/cell";

export interface Toast {
  id: number;
  text: string;
  kind: "news" | "failure";
  action?: { label: string; run: () => void };
}

export const SHOWN_MILLISECONDS = 6_000;
const MAXIMUM = 3;

export const toasts = new Cell<readonly Toast[]>([]);
let latest = 0;

/** Tells something in passing, to eyes and to screen readers. */
export function toast(news: { text: string; kind?: Toast["kind"]; action?: Toast["action"] }): void {
  const id = ++latest;
  const shown: Toast = { id, text: news.text, kind: news.kind ?? "news", ...(news.action && { action: news.action }) };
  // The same news again replaces the earlier one.
  toasts.update((before) => [...before.filter(({ text }) => text !== shown.text), shown].slice(-MAXIMUM));
}

export function dismiss(id: number): void {
  toasts.update((before) => before.filter((each) => each.id !== id));
}
