import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { allIds, type IdPage, type IdPages } from "../api/pages";
import { queries } from "../api/queries";
import { Records } from "../api/records";
import type { Notification, NotificationPage, NotificationType } from "../api/types";
import { pageQuery, usePages } from "../api/usePages";
import { countInTitle } from "../ui/pageTitle";
import type { NotificationFilter } from "../ui/paths";
import { absorb } from "./tweets";

const PAGE_SIZE = 30;

/** The types of notifications about a tweet that somebody wrote to the reader. */
const written: readonly NotificationType[] = ["mention", "reply", "quote"];

export const isWritten = (type: NotificationType | undefined): boolean => type !== undefined && written.includes(type);

export const notifications = new Records<Notification>();

/** The number of unread notifications; the server counts to 100. */
export const unreadCount = new Cell(0);
unreadCount.subscribe(() => countInTitle("notifications", unreadCount.get()));

const keyOf = (filter: NotificationFilter) => ["notifications", filter] as const;

export function useNotifications(filter: NotificationFilter) {
  return usePages(keyOf(filter), (cursor) => load(filter, cursor));
}

async function load(filter: NotificationFilter, cursor: string | undefined): Promise<IdPage> {
  const query = { ...pageQuery(PAGE_SIZE, cursor), ...(filter === "mentions" && { types: written.join(",") }) };
  const page = await answer(api.GET("/api/roost/v1/notifications", { params: { query } }));
  return { ids: take(page), next: page.meta.next };
}

function take(page: NotificationPage): string[] {
  absorb({ data: [], includes: page.includes, viewer: page.viewer });
  for (const notification of page.data) notifications.set(notification.id, notification);
  return page.data.map((notification) => notification.id);
}

/** A notification from the stream: a new one, or one with another actor, which moves to the top. */
export function receiveNotification(page: NotificationPage): void {
  for (const id of take(page)) {
    lift("all", id);
    if (isWritten(notifications.get(id)?.type)) lift("mentions", id);
  }
}

function lift(filter: NotificationFilter, id: string): void {
  queries.setQueryData<IdPages>(keyOf(filter), (before) => {
    const [first, ...rest] = before?.pages ?? [];
    if (before === undefined || first === undefined) return before;
    const without = (page: IdPage): IdPage => ({ ...page, ids: page.ids.filter((each) => each !== id) });
    return { ...before, pages: [{ ...first, ids: [id, ...without(first).ids] }, ...rest.map(without)] };
  });
}

export async function loadUnreadCount(): Promise<void> {
  unreadCount.set((await answer(api.GET("/api/roost/v1/notifications/unread-count"))).data.unread_count);
}

/** Marks all as read on the server; on the screen they stay highlighted. */
export async function markAllRead(): Promise<void> {
  const { data } = await answer(api.POST("/api/roost/v1/notifications/read", { body: {} }));
  unreadCount.set(data.unread_count);
}

/** Shows all notifications as read. */
export function showAllRead(): void {
  for (const filter of ["all", "mentions"] as const) {
    for (const id of allIds(queries.getQueryData<IdPages>(keyOf(filter)))) {
      notifications.update(id, (notification) => ({ ...notification, read: true }));
    }
  }
}
