package social.roost.event.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.trace.Tracer;
import social.roost.driver.sql.Database;
import social.roost.event.CountedDeadLetters;
import social.roost.event.Event;
import social.roost.event.EventCodec;
import social.roost.event.EventConsumer;
import social.roost.event.EventDelivery;
import social.roost.event.EventLog;
import social.roost.event.LoggedEvent;
import social.roost.event.Recipient;
import social.roost.event.TracedEvent;

/**
 * The event log in the tables {@code event}, {@code event_group} and {@code dead_letter}. The database must commit
 * offsets in ascending order, as one with a single writer does; otherwise an event that becomes visible late would be
 * skipped.
 *
 * <p>An event costs no write beyond its insert: the groups' offsets are stored together a few times a second, and the
 * groups that keep up share one read of each event.
 */
public final class SqlEventLog implements EventLog, SqlOutbox, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SqlEventLog.class);

    private final EventTables tables;
    private final SqlEventLogSettings settings;
    private final Tracer tracer;
    private final CommitSignal commits = new CommitSignal();
    private final RecentEvents recent;
    private final Map<String, SqlSubscription> subscriptions = new ConcurrentHashMap<>();
    private final Set<SqlSubscription> followers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("event-log-keeper").daemon().factory());

    /** Held while the set of subscriptions changes or their offsets are stored. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Without traces. */
    public SqlEventLog(Database database, SqlEventLogSettings settings) {
        this(database, settings, Tracer.NONE);
    }

    public SqlEventLog(Database database, SqlEventLogSettings settings, Tracer tracer) {
        this(database, settings, tracer, new EventCodec());
    }

    SqlEventLog(Database database, SqlEventLogSettings settings, Tracer tracer, EventCodec codec) {
        this.settings = settings;
        this.tracer = tracer;
        tables = new EventTables(database, codec);
        recent = new RecentEvents(tables, commits, settings.batchSize());
        database.afterCommit(commits::advance);
        every(settings.storePause().toMillis(), this::storeOffsets);
        every(settings.trimPause().toMillis(), this::trim);
    }

    private void every(long milliseconds, Runnable task) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("Housekeeping of the event log failed; will retry", e);
            }
        };
        var _ = keeper.scheduleWithFixedDelay(guarded, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void append(Handle handle, Event event) {
        tables.append(handle, TracedEvent.of(event));
    }

    @Override
    public void appendTraced(List<TracedEvent> events) {
        tables.append(events);
    }

    @Override
    public Subscription subscribe(String group, EventConsumer consumer) {
        lock.lock();
        try {
            if (subscriptions.containsKey(group)) {
                throw new IllegalStateException("Group " + group + " is already subscribed");
            }
            long first = tables.register(group);
            CountedDeadLetters letters = new CountedDeadLetters();
            Recipient recipient = Recipient.group(group, consumer, letters.counting(tables::keepDeadLetter));
            EventDelivery delivery = new EventDelivery(recipient, settings.delivery(), first, tracer);
            SqlSubscription subscription = new SqlSubscription(group, recent, commits, delivery);
            subscriptions.put(group, subscription);
            return subscription(() -> lag(group), letters, () -> unsubscribe(group, subscription));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasGroup(String group) {
        return tables.has(group);
    }

    @Override
    public void addGroup(String group, Set<Event.Stream> streams) {
        var _ = tables.register(group);
    }

    @Override
    public Subscription follow(EventConsumer consumer) {
        CountedDeadLetters letters = new CountedDeadLetters();
        Recipient recipient = Recipient.follower(consumer, letters);
        EventDelivery delivery = new EventDelivery(recipient, settings.delivery(), tables.lastOffset() + 1, tracer);
        SqlSubscription subscription = new SqlSubscription(recipient.name(), recent, commits, delivery);
        followers.add(subscription);
        return subscription(() -> delivery.backlog(tables.lastOffset()), letters, () -> unfollow(subscription));
    }

    private void unfollow(SqlSubscription follower) {
        follower.stop();
        followers.remove(follower);
    }

    private static Subscription subscription(LongSupplier lag, CountedDeadLetters letters, Runnable close) {
        return new Subscription() {
            @Override
            public long lag() {
                return lag.getAsLong();
            }

            @Override
            public long deadLetters() {
                return letters.count();
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    private void unsubscribe(String group, SqlSubscription subscription) {
        subscription.stop();
        lock.lock();
        try {
            storeOffsets();
        } catch (RuntimeException e) {
            log.warn("Cannot store the offset of group {}: some events will be delivered again", group, e);
        } finally {
            subscriptions.remove(group, subscription);
            lock.unlock();
        }
    }

    @Override
    public void retainGroups(Set<String> groups) {
        List<String> forgotten = tables.retain(groups);
        if (!forgotten.isEmpty()) {
            log.info("Removed consumer groups that no longer exist: {}", forgotten);
        }
    }

    @Override
    public List<DeadLetter> deadLetters(String group, int limit) {
        return tables.deadLetters(group, limit);
    }

    @Override
    public void keepDeadLetter(String group, LoggedEvent event, int attempts, String error) {
        tables.keepDeadLetter(group, event, attempts, error);
    }

    @Override
    public void settle(String group, DeadLetter letter) {
        tables.removeDeadLetter(group, letter.number());
    }

    @Override
    public long lag(String group) {
        SqlSubscription subscription = subscriptions.get(group);
        return subscription == null
                ? tables.storedLag(group)
                : subscription.delivery().backlog(tables.lastOffset());
    }

    @Override
    public long lagHere(String group) {
        return subscriptions.containsKey(group) ? lag(group) : 0;
    }

    /** Stores the offsets of the groups in one write, if they have changed. */
    void storeOffsets() {
        lock.lock();
        try {
            Map<String, Long> moved = new HashMap<>();
            subscriptions.forEach((group, subscription) -> {
                long next = subscription.delivery().nextOffset();
                if (next != subscription.stored()) {
                    moved.put(group, next);
                }
            });
            if (!moved.isEmpty()) {
                tables.storeOffsets(moved);
                subscriptions.forEach(
                        (group, subscription) -> subscription.stored(moved.getOrDefault(group, subscription.stored())));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Removes what all groups and followers have passed, in writes small enough for others to run in between. */
    void trim() {
        int removed;
        do {
            removed = tables.trim(settings.trimSize(), slowestFollower());
        } while (removed == settings.trimSize() && !keeper.isShutdown());
    }

    private long slowestFollower() {
        return followers.stream()
                .mapToLong(follower -> follower.delivery().nextOffset())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Closes the subscriptions. */
    @Override
    public void close() {
        keeper.close();
        subscriptions.forEach(this::unsubscribe);
        followers.forEach(this::unfollow);
    }
}
