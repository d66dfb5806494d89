package social.roost.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.http.Response;
import social.roost.user.Profile;
import social.roost.user.Users;
import social.roost.view.Entry;
import social.roost.view.Hydration;
import social.roost.view.Viewer;
import social.roost.view.Viewers;

/** Notifications as the API shows them, with the tweets and the users that they are about. */
public final class NotificationPages {
    /** One that has just changed is among so many of the newest, unless still newer ones have pushed it out. */
    private static final int NEWEST = 10;

    private final Inbox inbox;
    private final Hydration hydration;
    private final Users users;
    private final Viewers viewers;

    public NotificationPages(Inbox inbox, Hydration hydration, Users users, Viewers viewers) {
        this.inbox = inbox;
        this.hydration = hydration;
        this.users = users;
        this.viewers = viewers;
    }

    /** One that has just changed, as a page; empty when the user does not get to see it. */
    public Optional<Response> changed(long userId, long notificationId) {
        List<Notification> found = inbox.list(userId, EnumSet.allOf(NotificationType.class), null, NEWEST).stream()
                .filter(each -> each.id() == notificationId)
                .toList();
        return inbox.visible(userId, found).isEmpty()
                ? Optional.empty()
                : Optional.of(page(found, viewers.of(userId), null));
    }

    /** {@code {"data": {"unread_count": ...}}} */
    public Response unreadCount(long userId) {
        return Response.data(200, new UnreadCount(inbox.unread(userId)));
    }

    /** Those of a list that the viewer gets to see, without those about a tweet that does not load. */
    Response page(List<Notification> listed, Viewer viewer, @Nullable Cursor next) {
        List<Notification> visible = inbox.visible(viewer.userId(), listed);
        long[] tweetIds = visible.stream()
                .filter(each -> each.type().isAboutTweet())
                .mapToLong(Notification::targetId)
                .distinct()
                .toArray();
        List<Entry> tweets = hydration.load(tweetIds, viewer);
        Set<Long> loaded = tweets.stream().map(Entry::id).collect(Collectors.toSet());
        List<Notification> shown = visible.stream()
                .filter(each -> !each.type().isAboutTweet() || loaded.contains(each.targetId()))
                .toList();
        return hydration
                .page(tweets, viewer, next, null)
                .beside(shown.stream().map(NotificationJson::encode).toList(), actors(shown));
    }

    private List<Profile> actors(List<Notification> shown) {
        long[] ids = shown.stream()
                .flatMap(each -> NotificationJson.shownActors(each).stream())
                .mapToLong(id -> id)
                .distinct()
                .toArray();
        return Arrays.stream(users.find(ids)).filter(Objects::nonNull).toList();
    }

    private record UnreadCount(int unreadCount) {}
}
