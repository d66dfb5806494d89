import { useEffect } from "react";
import { Cell } from "../api/cell";
import { connectionIsBack } from "../api/recovery";
import type { StreamEvent } from "../api/types";
import { fillGap, forget, homeSince, receive } from "../data/home";
import { listChanged, shownList } from "../data/listTimeline";
import { absorbMedia } from "../data/media";
import { countUnreadSoon, messageEvent } from "../data/messageEvents";
import { loadUnreadCount, receiveNotification, unreadCount } from "../data/notifications";
import { shownTrends, trendsChanged } from "../data/trends";
import { setCounts, setEdited, setGone } from "../data/tweets";
import { watchedIds } from "../data/watching";
import { sessionEnded } from "../session/session";
import { catchUp } from "./catchUp";
import { LiveStream, type Socket, type StreamState, type Surroundings } from "./stream";

export const streamState = new Cell<StreamState>("connecting");

const browser: Surroundings = {
  openSocket: (path) => new WebSocket(window.location.origin.replace(/^http/, "ws") + path) as Socket,
  schedule(task, milliseconds) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  isOnline: () => navigator.onLine,
};

/** Keeps the stream open while a user is logged in. */
export function useLiveStream(): void {
  useEffect(() => {
    let wasOpen = false;
    const changed = (state: StreamState) => {
      streamState.set(state);
      if (state === "ended") sessionEnded();
      // A browser does not say why it could not connect; another request finds out whether the session is valid.
      if (state === "waiting") void loadUnreadCount().catch(() => undefined);
      if (state === "open") connectionIsBack();
      if (state === "open") countUnreadSoon();
      if (state === "open") void (wasOpen ? catchUp() : fillGap(homeSince())).catch(() => undefined);
      wasOpen ||= state === "open";
    };
    const stream = new LiveStream(browser, { onEvent: handle, onState: changed });
    const networkChanged = () => stream.networkChanged();
    const unwatch = watchedIds.subscribe(() => stream.watch(watchedIds.get()));
    const tellTrends = () => stream.showTrends(shownTrends.get() > 0);
    const unwatchTrends = shownTrends.subscribe(tellTrends);
    const tellList = () => stream.showList(shownList.get());
    const unwatchList = shownList.subscribe(tellList);
    tellTrends();
    tellList();
    window.addEventListener("online", networkChanged);
    window.addEventListener("offline", networkChanged);
    stream.start(homeSince());
    return () => {
      unwatch();
      unwatchTrends();
      unwatchList();
      window.removeEventListener("online", networkChanged);
      window.removeEventListener("offline", networkChanged);
      stream.stop();
    };
  }, []);
}

function handle(event: StreamEvent): void {
  switch (event.event) {
    case "tweet":
      receive(event.data);
      break;
    case "delete":
      setGone(event.data.tweet_id, true);
      forget(event.data.tweet_id);
      break;
    case "edit":
      setEdited(event.data.data);
      break;
    case "counts":
      setCounts(event.data.tweet_id, event.data.counts);
      break;
    case "notification":
      receiveNotification(event.data);
      break;
    case "media":
      absorbMedia([event.data]);
      break;
    case "trends":
      trendsChanged();
      break;
    case "list":
      void listChanged(event.data.list_id);
      break;
    case "message":
    case "message_read":
    case "typing":
    case "conversation":
      messageEvent(event);
      break;
    case "unread":
      unreadCount.set(event.data.data.unread_count);
      break;
    case "gap":
      void fillGap(event.data.cursor).catch(() => undefined);
      void loadUnreadCount().catch(() => undefined);
      break;
    case "reconnect":
      // The stream reconnects when the server closes it.
      break;
    case "problem":
    case "close":
      // A problem is a bug of this client; a WebSocket closes without an event.
      break;
  }
}
