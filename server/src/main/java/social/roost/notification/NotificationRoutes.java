package social.roost.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.ListId;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.notification.NotificationStore.Place;
import social.roost.view.Viewer;
import social.roost.view.Viewers;

/** {@code /notifications}: what others did that concerns one, and how far one has read. */
public final class NotificationRoutes {
    private final Inbox inbox;
    private final NotificationPages pages;
    private final Viewers viewers;

    public NotificationRoutes(Inbox inbox, NotificationPages pages, Viewers viewers) {
        this.inbox = inbox;
        this.pages = pages;
        this.viewers = viewers;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/notifications", Access.LOGGED_IN, this::list),
                Route.get("/api/roost/v1/notifications/unread-count", Access.LOGGED_IN, this::unreadCount),
                Route.post("/api/roost/v1/notifications/read", Access.LOGGED_IN, this::markRead));
    }

    /** It may hold fewer than the limit, also none, though more follow: those that are not to be seen are left out of it. */
    private Response list(Request request) {
        Viewer viewer = viewers.of(request);
        int limit = request.limit(50, 100);
        ListId list = new ListId("notifications", viewer.userId());
        Place before = request.cursor(list, 2).map(NotificationRoutes::place).orElse(null);
        List<Notification> found = inbox.list(viewer.userId(), types(request), before, limit + 1);
        boolean more = found.size() > limit;
        List<Notification> page = more ? found.subList(0, limit) : found;
        Cursor next = more ? cursor(page.getLast()).of(list) : null;
        return pages.page(page, viewer, next);
    }

    private Response unreadCount(Request request) {
        return pages.unreadCount(request.caller().userId());
    }

    private Response markRead(Request request) {
        long me = request.caller().userId();
        inbox.markRead(me, request.optionalJson(Read.class).map(Read::id).orElse(null));
        return pages.unreadCount(me);
    }

    private static Set<NotificationType> types(Request request) {
        return request.query("types")
                .map(text -> Arrays.stream(text.split(",", -1))
                        .map(NotificationRoutes::type)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(NotificationType.class))))
                .orElseGet(() -> EnumSet.allOf(NotificationType.class));
    }

    private static NotificationType type(String text) {
        return NotificationType.of(text)
                .orElseThrow(() -> Rejection.invalid(
                        "types",
                        "This must be some of mention, reply, like, retweet, quote, follow, with commas between."));
    }

    private static Cursor cursor(Notification notification) {
        return Cursor.of(notification.updatedAt(), notification.id());
    }

    private static Place place(Cursor cursor) {
        return new Place(cursor.value(0), cursor.value(1));
    }

    /** The body that tells how far one has read; all when nothing is said. */
    private record Read(@Nullable String upTo) {
        @Nullable
        Long id() {
            return upTo == null
                    ? null
                    : Ids.parse(upTo).stream()
                            .boxed()
                            .findFirst()
                            .orElseThrow(() -> Rejection.invalid("up_to", "This is not an id."));
        }
    }
}
