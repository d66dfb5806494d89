import type { StreamCommand, StreamEvent } from "../api/types";
import { parseEvent } from "./events";

/**
 * How the stream fares. `offline` is told by the browser, which may reach its own machine all the same, so that it is tried
 * anyway; `waiting` means that the connection was lost and the next attempt is due later; `ended` that the session is over.
 */
export type StreamState = "connecting" | "open" | "waiting" | "offline" | "ended";

/** What the stream needs of the world, so that its patience can be tested without waiting. */
export interface Surroundings {
  openSocket(url: string): Socket;
  schedule(task: () => void, milliseconds: number): () => void;
  random(): number;
  isOnline(): boolean;
}

export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((message: { data: unknown }) => void) | null;
  onclose: ((closing: { code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface StreamListener {
  onEvent(event: StreamEvent): void;
  onState(state: StreamState): void;
}

const SESSION_ENDED = 4401;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Keeps a WebSocket open: comes back after it was lost, later each time and never all clients at once, and goes on from
 * the last event that was heard, so that no tweet is missed.
 */
export class LiveStream {
  private socket: Socket | undefined;
  private lastId: string | undefined;
  private attempts = 0;
  private askedPause: number | undefined;
  private cancelTimer: (() => void) | undefined;
  private watched: readonly string[] = [];
  private isOpen = false;
  private readonly surroundings: Surroundings;
  private readonly listener: StreamListener;

  constructor(surroundings: Surroundings, listener: StreamListener) {
    this.surroundings = surroundings;
    this.listener = listener;
  }

  /** @param since an event's id, or a home timeline's `meta.previous`, from which to go on when nothing was heard yet */
  start(since?: string): void {
    this.lastId ??= since;
    if (this.socket === undefined) this.connect();
  }

  stop(): void {
    this.cancelTimer?.();
    this.drop();
  }

  /** Says which tweets are on the screen, whose counts one wants to hear of. */
  watch(ids: readonly string[]): void {
    this.watched = ids;
    if (this.isOpen) this.sayWatched();
  }

  /** The browser lost or found the network: no need to wait any longer. */
  networkChanged(): void {
    this.cancelTimer?.();
    this.drop();
    this.attempts = 0;
    this.connect();
  }

  private connect(): void {
    this.listener.onState(this.surroundings.isOnline() ? "connecting" : "offline");
    const socket = this.surroundings.openSocket(this.address());
    this.socket = socket;
    socket.onopen = () => this.opened();
    socket.onmessage = (message) => this.heard(message.data);
    socket.onclose = (closing) => this.lost(closing.code);
  }

  private address(): string {
    return "/api/roost/v1/stream" + (this.lastId === undefined ? "" : `?last_event_id=${encodeURIComponent(this.lastId)}`);
  }

  private opened(): void {
    this.attempts = 0;
    this.isOpen = true;
    this.sayWatched();
    this.listener.onState("open");
  }

  private heard(data: unknown): void {
    const event = parseEvent(data);
    if (event === undefined) return;
    if ("id" in event) this.lastId = event.id;
    if (event.event === "reconnect") this.askedPause = event.data.after_milliseconds;
    this.listener.onEvent(event);
  }

  private lost(code: number): void {
    this.drop();
    if (code === SESSION_ENDED) {
      this.listener.onState("ended");
      return;
    }
    this.listener.onState(this.surroundings.isOnline() ? "waiting" : "offline");
    this.cancelTimer = this.surroundings.schedule(() => this.connect(), this.pause());
  }

  /** What the server asked for, or else twice as long each time, of which a random half is left out. */
  private pause(): number {
    const asked = this.askedPause;
    this.askedPause = undefined;
    if (asked !== undefined) return asked;
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.attempts++);
    return longest * (0.5 + this.surroundings.random() / 2);
  }

  private sayWatched(): void {
    const command: StreamCommand = { watch: [...this.watched] };
    this.socket?.send(JSON.stringify(command));
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = undefined;
    this.isOpen = false;
    if (socket === undefined) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
