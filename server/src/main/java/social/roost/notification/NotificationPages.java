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
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.notification.NotificationStore.Place;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;
import social.roost.user.Profile;
import social.roost.user.Users;
import social.roost.view.Entry;
import social.roost.view.Hydration;

/** Reads notifications with their tweets and users. */
public final class NotificationPages {
    /** A notification that has just changed is among this many of the newest, unless newer ones have pushed it out. */
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

    /**
     * Reads a page, newest first. It may contain fewer than the limit, or none, although more follow: hidden ones are
     * left out.
     */
    public NotificationPage read(long userId, Set<NotificationType> types, PageRequest request) {
        ListId list = new ListId("notifications", userId);
        Place before = request.in(list, 2).map(NotificationPages::place).orElse(null);
        Page<Notification> listed = Page.of(
                inbox.list(userId, types, before, request.limit() + 1),
                request.limit(),
                last -> Cursor.of(last.updatedAt(), last.id()).of(list));
        return page(listed.items(), viewer(userId), listed.next());
    }

    /** A notification that has just changed, as a page; empty if it is hidden from the user. */
    public Optional<NotificationPage> changed(long userId, long notificationId) {
        List<Notification> found = inbox.list(userId, EnumSet.allOf(NotificationType.class), null, NEWEST).stream()
                .filter(each -> each.id() == notificationId)
                .toList();
        return Optional.of(page(found, viewer(userId), null))
                .filter(page -> !page.notifications().isEmpty());
    }

    /** See {@link Inbox#unread}; without those about tweets that the user mutes for their text. */
    public int unread(long userId) {
        Viewer viewer = viewer(userId);
        return viewer.mutesTexts()
                ? inbox.unread(userId, listed -> about(listed, loaded(listed, viewer)))
                : inbox.unread(userId);
    }

    private Viewer viewer(long userId) {
        return viewers.of(userId).readingList();
    }

    /** The visible notifications, without those about a tweet that does not load. */
    private NotificationPage page(List<Notification> listed, Viewer viewer, @Nullable Cursor next) {
        List<Notification> visible = inbox.visible(viewer.userId(), listed);
        List<Entry> tweets = loaded(visible, viewer);
        List<Notification> shown = about(visible, tweets);
        return new NotificationPage(shown, hydration.page(tweets, viewer, next, null), actors(shown));
    }

    private List<Entry> loaded(List<Notification> listed, Viewer viewer) {
        long[] tweetIds = listed.stream()
                .filter(each -> each.type().isAboutTweet())
                .mapToLong(Notification::targetId)
                .distinct()
                .toArray();
        return hydration.load(tweetIds, viewer);
    }

    /** Those about these tweets, or about none. */
    private static List<Notification> about(List<Notification> listed, List<Entry> tweets) {
        Set<Long> loaded = tweets.stream().map(Entry::id).collect(Collectors.toSet());
        return listed.stream()
                .filter(each -> !each.type().isAboutTweet() || loaded.contains(each.targetId()))
                .toList();
    }

    private List<Profile> actors(List<Notification> shown) {
        long[] ids = shown.stream()
                .flatMap(each -> each.shownActorIds().stream())
                .mapToLong(id -> id)
                .distinct()
                .toArray();
        return Arrays.stream(users.find(ids)).filter(Objects::nonNull).toList();
    }

    private static Place place(Cursor cursor) {
        return new Place(cursor.value(0), cursor.value(1));
    }
}
