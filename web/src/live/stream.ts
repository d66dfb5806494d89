import type { StreamCommand, StreamEvent } from "../api/types";
import { parseEvent } from "./events";

/**
 * The state of the stream. `offline` comes from the browser, which can still reach its own machine, so the stream connects
 * anyway; `waiting` means that the connection was lost and is being restored; `ended` means that the session ended.
 */
export type StreamState = "connecting" | "open" | "waiting" | "offline" | "ended";

/** The environment of the stream, so that tests need not wait. */
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
 * Keeps a WebSocket open: reconnects with growing random pauses, and continues after the last received event, so that no
 * tweet is missed.
 */
export class LiveStream {
  private socket: Socket | undefined;
  private lastId: string | undefined;
  private attempts = 0;
  private askedPause: number | undefined;
  private cancelTimer: (() => void) | undefined;
  private watched: readonly string[] = [];
  private hasTrends = false;
  private list: string | undefined;
  private isOpen = false;
  private isLost = false;
  private state: StreamState = "connecting";
  private readonly surroundings: Surroundings;
  private readonly listener: StreamListener;

  constructor(surroundings: Surroundings, listener: StreamListener) {
    this.surroundings = surroundings;
    this.listener = listener;
  }

  /** @param since an event's ID, or `meta.previous` of the home timeline, to continue from before the first event */
  start(since?: string): void {
    this.lastId ??= since;
    if (this.socket === undefined) this.connect();
  }

  stop(): void {
    this.cancelTimer?.();
    this.drop();
  }

  /** Sets the tweets on the screen, whose counts the server sends. */
  watch(ids: readonly string[]): void {
    this.watched = ids;
    if (this.isOpen) this.sayShown();
  }

  /** Sets whether trends are on the screen, of whose changes the server tells. */
  showTrends(shown: boolean): void {
    if (shown === this.hasTrends) return;
    this.hasTrends = shown;
    if (this.isOpen) this.sayShown();
  }

  /** Sets the list of users on the screen, of whose new tweets the server tells. */
  showList(id: string | undefined): void {
    if (id === this.list) return;
    this.list = id;
    if (this.isOpen) this.sayShown();
  }

  /** The browser lost or found the network: reconnect at once. */
  networkChanged(): void {
    this.cancelTimer?.();
    this.drop();
    this.isLost = true;
    this.attempts = 0;
    this.connect();
  }

  private connect(): void {
    // Attempts that fail one after the other are one loss.
    const state = this.surroundings.isOnline() ? (this.isLost ? "waiting" : "connecting") : "offline";
    if (state !== this.state) this.tell(state);
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
    this.isLost = false;
    this.sayShown();
    this.tell("open");
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
      this.tell("ended");
      return;
    }
    this.isLost = true;
    this.tell(this.surroundings.isOnline() ? "waiting" : "offline");
    this.cancelTimer = this.surroundings.schedule(() => this.connect(), this.pause());
  }

  /** The pause that the server requested, or twice the previous one, shortened by up to half at random. */
  private pause(): number {
    const asked = this.askedPause;
    this.askedPause = undefined;
    if (asked !== undefined) return asked;
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.attempts++);
    return longest * (0.5 + this.surroundings.random() / 2);
  }

  private sayShown(): void {
    const command: StreamCommand = { watch: [...this.watched], trends: this.hasTrends, ...(this.list !== undefined && { list: this.list }) };
    this.socket?.send(JSON.stringify(command));
  }

  private tell(state: StreamState): void {
    this.state = state;
    this.listener.onState(state);
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
