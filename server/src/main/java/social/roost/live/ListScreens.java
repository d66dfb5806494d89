package social.roost.live;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.list.Lists;

/**
 * The lists of users that clients show. A client learns, at most once per interval, that its list may have new tweets,
 * and reads them: so a list has the same tweets whether it is read or watched.
 *
 * <p>Consumes events after the caches, like {@link Live}.
 */
public final class ListScreens implements StreamConsumer.OfTweets, StreamConsumer.OfGraph {
    private final Lists lists;
    private final Map<Long, Shown> shown = new ConcurrentHashMap<>();
    private final Audience<Shown> byMember = new Audience<>();
    private final Set<Shown> changed = ConcurrentHashMap.newKeySet();

    public ListScreens(Lists lists) {
        this.lists = lists;
    }

    /**
     * A stream shows a list instead of another. It is told of the list at once, because tweets may have arrived since
     * its client read it.
     *
     * @param before null for none
     * @param now null for none
     * @throws Rejection NOT_FOUND or FORBIDDEN if the user does not see the list; the stream then shows none
     */
    void show(LiveStream stream, long userId, @Nullable Long before, @Nullable Long now) {
        if (before != null) {
            leave(stream, before);
        }
        if (now != null) {
            var _ = lists.require(userId, now);
            join(new Watcher(stream, userId), now);
            stream.send(new StreamEvent.ListChanged(now));
        }
    }

    private void join(Watcher watcher, long id) {
        var _ = shown.compute(id, (_, known) -> {
            Shown list = known == null ? new Shown(id) : known;
            list.follow(lists.members(id));
            list.watchers.add(watcher);
            return list;
        });
    }

    private void leave(LiveStream stream, long id) {
        var _ = shown.computeIfPresent(id, (_, list) -> {
            list.watchers.removeIf(watcher -> watcher.stream() == stream);
            if (!list.watchers.isEmpty()) {
                return list;
            }
            list.follow(Ids.NONE);
            return null;
        });
    }

    /** Within {@code compute}, so that it is in order with those who come and leave. */
    private void refresh(long id) {
        var _ = shown.computeIfPresent(id, (_, list) -> {
            list.follow(lists.members(id));
            return list;
        });
    }

    @Override
    public void consume(Event.OfTweets event) {
        if (event instanceof Event.TweetPosted(long _, long author)) {
            changed.addAll(byMember.of(author));
        }
    }

    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfLists of) {
            changed(of.userId(), of.listId());
        }
    }

    private void changed(long ownerId, long id) {
        Shown list = shown.get(id);
        if (list != null) {
            // The event may arrive before the process that made the change has updated the cache.
            lists.changed(ownerId, id);
            refresh(id);
            changed.add(list);
        }
    }

    /** Tells clients what has changed since the last call, as long as their users see the list. */
    void tell() {
        List<Shown> taken = List.copyOf(changed);
        taken.forEach(changed::remove);
        taken.forEach(list -> {
            StreamEvent event = new StreamEvent.ListChanged(list.id);
            list.watchers.stream()
                    .filter(watcher -> lists.isVisible(watcher.userId(), list.id))
                    .forEach(watcher -> watcher.stream().send(event));
        });
    }

    private record Watcher(LiveStream stream, long userId) {}

    /** A list that at least one stream shows. */
    private final class Shown {
        private final long id;
        private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
        private long[] members = Ids.NONE;

        Shown(long id) {
            this.id = id;
        }

        void follow(long[] now) {
            long[] before = members;
            Arrays.stream(before).filter(user -> !Ids.contains(now, user)).forEach(user -> byMember.remove(user, this));
            Arrays.stream(now).filter(user -> !Ids.contains(before, user)).forEach(user -> byMember.add(user, this));
            members = now;
        }
    }
}
