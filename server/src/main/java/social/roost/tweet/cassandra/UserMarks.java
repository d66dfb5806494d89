package social.roost.tweet.cassandra;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.cassandra.Turns;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.event.Relay;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.event.cassandra.OutboxKey;
import social.roost.tweet.Mark;

/**
 * Changes what users like and bookmark.
 *
 * <p>The event is written first, then the user's set is changed if it is still as it was read. If that is interrupted,
 * the sweep of the outbox publishes the event, after it has fenced the set: then the change has either taken place or
 * never will, so every change is published. An event without a change does no harm: consumers read the set.
 */
final class UserMarks {
    private final CassandraCluster cassandra;
    private final CountedSets sets;
    private final CassandraOutbox outbox;
    private final Relay relay;
    private final InstantSource clock;
    private final Turns turns = new Turns();

    UserMarks(CassandraCluster cassandra, CountedSets sets, CassandraOutbox outbox, Relay relay, InstantSource clock) {
        this.cassandra = cassandra;
        this.sets = sets;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    /** False if it existed already. */
    boolean add(Mark mark, long userId, long tweetId, long now) {
        Event event = switch (mark) {
            case LIKE -> new Event.TweetLiked(tweetId, userId);
            case BOOKMARK -> new Event.TweetBookmarked(tweetId, userId);
        };
        long cause = cause();
        return change(mark, tweetId, event, cause, member -> member.isPresent() ? null : member.in(now, cause));
    }

    /** False if there was none. */
    boolean remove(Mark mark, long userId, long tweetId) {
        Event event = switch (mark) {
            case LIKE -> new Event.TweetUnliked(tweetId, userId);
            case BOOKMARK -> new Event.TweetUnbookmarked(tweetId, userId);
        };
        long cause = cause();
        return change(mark, tweetId, event, cause, member -> member.isPresent() ? member.out(cause) : null);
    }

    private static long cause() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }

    private boolean change(
            Mark mark, long tweetId, Event event, long cause, Function<Member, @Nullable Member> wanted) {
        SetKey key = SetKey.ofUser(event.actor(), SetKind.of(mark));
        return turns.take(
                event.actor(), () -> Attempts.make(cassandra, () -> attempt(key, tweetId, event, cause, wanted)));
    }

    private @Nullable Boolean attempt(
            SetKey key, long tweetId, Event event, long cause, Function<Member, @Nullable Member> wanted) {
        SetView seen = sets.findSettled(key, tweetId);
        Member member = seen.member(tweetId);
        if (member.cause() == cause) {
            // The response to an earlier attempt was lost; the sweep will publish its event.
            return true;
        }
        Member changed = wanted.apply(member);
        if (changed == null) {
            return false;
        }
        Entry<OutboxKey> entry = OutboxKey.begun(tweetId, cause, event, clock.millis());
        cassandra.write(outbox.rows().insertWithEvent(entry));
        if (!sets.change(seen, List.of(changed))) {
            return null;
        }
        relay.committed(outbox, entry);
        return true;
    }
}
