import { useEffect } from "react";
import { useCell } from "../api/cell";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { Tabs } from "../ui/Tabs";
import { type NotificationFilter, paths } from "../ui/paths";
import { markAllRead, showAllRead, unreadCount, useNotifications } from "../data/notifications";
import { NotificationRow } from "../notification/NotificationRow";

/** The notifications of the user. Opening the page marks them as read. */
export default function NotificationsPage({ filter }: { filter: NotificationFilter }) {
  const query = useNotifications(filter);
  useReading(query.isSuccess);
  return (
    <>
      <PageHead title="Notifications" />
      <Tabs
        label="Filters"
        tabs={[
          { to: paths.notifications(), label: "All" },
          { to: paths.notifications("mentions"), label: "Mentions and replies" },
        ]}
      >
        <PagedList
          key={filter}
          query={query}
          label="Notifications"
          estimate={110}
          render={(id) => <NotificationRow id={id} />}
          empty={<Notice title="Nothing yet">Replies, likes and new followers show up here.</Notice>}
        />
      </Tabs>
    </>
  );
}

/** Marks all as read while the page is visible; new ones stay highlighted until the user leaves the page. */
function useReading(isShown: boolean): void {
  const unread = useCell(unreadCount);
  useEffect(() => {
    if (isShown && unread > 0 && document.visibilityState === "visible") void markAllRead().catch(() => undefined);
  }, [isShown, unread]);
  useEffect(() => showAllRead, []);
}
