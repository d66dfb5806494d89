package social.roost.api;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.notification.Inbox;
import social.roost.notification.NotificationPages;
import social.roost.notification.NotificationType;

/** {@code /notifications}: what other users did that concerns the caller, and what of it is read. */
public final class NotificationRoutes {
    private final Inbox inbox;
    private final NotificationPages pages;

    public NotificationRoutes(Inbox inbox, NotificationPages pages) {
        this.inbox = inbox;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/notifications", Access.LOGGED_IN, this::list),
                Route.get("/api/roost/v1/notifications/unread-count", Access.LOGGED_IN, this::unreadCount),
                Route.post("/api/roost/v1/notifications/read", Access.LOGGED_IN, this::markRead));
    }

    private Response list(Request request) {
        long me = request.caller().userId();
        return Response.encoded(200, NotificationJson.page(pages.read(me, types(request), request.page())));
    }

    private Response unreadCount(Request request) {
        return unreadCount(request.caller().userId());
    }

    private Response markRead(Request request) {
        long me = request.caller().userId();
        inbox.markRead(me, request.optionalJson(Read.class).map(Read::id).orElse(null));
        return unreadCount(me);
    }

    private Response unreadCount(long userId) {
        return Response.encoded(200, NotificationJson.unread(pages.unread(userId)));
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
                        "Expected a comma-separated list of mention, reply, like, retweet, quote and follow."));
    }

    /** The body that says up to where notifications are read; all if it is empty. */
    private record Read(@Nullable String upTo) {
        @Nullable
        Long id() {
            return upTo == null
                    ? null
                    : Ids.parse(upTo).stream()
                            .boxed()
                            .findFirst()
                            .orElseThrow(() -> Rejection.invalid("up_to", "Not a valid id."));
        }
    }
}
