import { beforeEach, describe, expect, it } from "vitest";
import type { StreamEvent } from "../api/types";
import { LiveStream, type Socket, type StreamState } from "./stream";

class FakeSocket implements Socket {
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  readonly said: string[] = [];
  closed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  send(text: string) {
    this.said.push(text);
  }

  close() {
    this.closed = true;
  }

  hear(event: object) {
    this.onmessage?.({ data: JSON.stringify(event) });
  }
}

let sockets: FakeSocket[];
let timers: { task: () => void; milliseconds: number }[];
let states: StreamState[];
let events: StreamEvent[];
let online: boolean;
let stream: LiveStream;

beforeEach(() => {
  sockets = [];
  timers = [];
  states = [];
  events = [];
  online = true;
  stream = new LiveStream(
    {
      openSocket(url) {
        const socket = new FakeSocket(url);
        sockets.push(socket);
        return socket;
      },
      schedule(task, milliseconds) {
        const timer = { task, milliseconds };
        timers.push(timer);
        return () => {
          timers = timers.filter((each) => each !== timer);
        };
      },
      random: () => 1,
      isOnline: () => online,
    },
    { onEvent: (event) => events.push(event), onState: (state) => states.push(state) },
  );
});

function last(): FakeSocket {
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error("No socket was opened.");
  return socket;
}

const runTimer = () => timers.shift()?.task();

describe("the stream", () => {
  it("begins where the home timeline was read", () => {
    stream.start("abc");
    expect(last().url).toBe("/api/roost/v1/stream?last_event_id=abc");
  });

  it("goes on from the last event after it was lost", () => {
    stream.start("abc");
    last().onopen?.();
    last().hear({ event: "delete", id: "e7", data: { tweet_id: "1" } });
    last().hear({ event: "unread", data: { data: { unread_count: 1 } } });
    last().onclose?.({ code: 1006 });
    runTimer();
    expect(last().url).toBe("/api/roost/v1/stream?last_event_id=e7");
    expect(sockets).toHaveLength(2);
  });

  it("waits twice as long after each attempt, up to a bound, and starts over once it was open", () => {
    stream.start();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 7; attempt++) {
      last().onclose?.({ code: 1006 });
      pauses.push(timers[0]?.milliseconds ?? NaN);
      runTimer();
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    last().onopen?.();
    last().onclose?.({ code: 1006 });
    expect(timers[0]?.milliseconds).toBe(1_000);
  });

  it("B7: is lost until it is open again, whatever is tried meanwhile", () => {
    stream.start();
    last().onopen?.();
    states = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      last().onclose?.({ code: 1006 });
      runTimer();
    }
    expect(new Set(states)).toEqual(new Set(["waiting"]));
    last().onopen?.();
    expect(states.at(-1)).toBe("open");
  });

  it("waits as long as the server asks for when that stops", () => {
    stream.start();
    last().onopen?.();
    last().hear({ event: "reconnect", data: { after_milliseconds: 7_300 } });
    last().onclose?.({ code: 1012 });
    expect(timers[0]?.milliseconds).toBe(7_300);
  });

  it("does not come back when the session has ended", () => {
    stream.start();
    last().onclose?.({ code: 4401 });
    expect(timers).toHaveLength(0);
    expect(states.at(-1)).toBe("ended");
  });

  it("says again what is on the screen after coming back", () => {
    stream.watch(["1", "2"]);
    stream.start();
    last().onopen?.();
    stream.watch(["3"]);
    stream.showTrends(true);
    stream.showTrends(true);
    stream.showList("9");
    stream.showList("9");
    expect(last().said).toEqual([
      '{"watch":["1","2"],"trends":false}',
      '{"watch":["3"],"trends":false}',
      '{"watch":["3"],"trends":true}',
      '{"watch":["3"],"trends":true,"list":"9"}',
    ]);
    last().onclose?.({ code: 1006 });
    runTimer();
    last().onopen?.();
    expect(last().said).toEqual(['{"watch":["3"],"trends":true,"list":"9"}']);
  });

  it("reconnects at once when the network returns", () => {
    stream.start();
    online = false;
    stream.networkChanged();
    expect(states.at(-1)).toBe("offline");
    online = true;
    stream.networkChanged();
    expect(states.at(-1)).toBe("waiting");
    expect(sockets.filter((socket) => !socket.closed)).toHaveLength(1);
  });

  it("is tried though the browser knows of no network, since a server on the same machine needs none", () => {
    online = false;
    stream.start();
    expect(states.at(-1)).toBe("offline");
    last().onopen?.();
    expect(states.at(-1)).toBe("open");
  });

  it("passes over what it does not know", () => {
    stream.start();
    last().hear({ event: "weather", id: "e1", data: {} });
    last().onmessage?.({ data: "{" });
    expect(events).toEqual([]);
  });
});
