package social.roost.push;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * News that may become pushes, in the order in which they arrived. They are kept in memory: a process that ends forgets
 * them, because a push that comes late is worse than none. If there are too many, the oldest are dropped.
 */
final class Waiting {
    private static final int MOST = 50_000;

    private final Map<About, Long> since = new LinkedHashMap<>();

    /** What the news are about. */
    sealed interface About {}

    /** A notification of a user. */
    record OfNotification(long userId, long notificationId) implements About {}

    /** Messages to the members of a conversation. */
    record OfConversation(long conversationId) implements About {}

    /** @param since in milliseconds since 1970 */
    record News(About about, long since) {}

    /** Adds news; what waits already keeps its time. */
    synchronized void add(About about, long now) {
        var _ = since.putIfAbsent(about, now);
        if (since.size() > MOST) {
            Iterator<About> oldest = since.keySet().iterator();
            var _ = oldest.next();
            oldest.remove();
        }
    }

    /** The oldest news that have waited since then or longer; they stay. */
    synchronized List<News> since(long latest, int limit) {
        List<News> due = new ArrayList<>();
        for (Map.Entry<About, Long> each : since.entrySet()) {
            if (due.size() == limit || each.getValue() > latest) {
                break;
            }
            due.add(new News(each.getKey(), each.getValue()));
        }
        return due;
    }

    synchronized void remove(News news) {
        since.remove(news.about());
    }

    synchronized int size() {
        return since.size();
    }
}
