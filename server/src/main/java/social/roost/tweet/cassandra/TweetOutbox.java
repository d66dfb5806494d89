package social.roost.tweet.cassandra;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.Outbox;
import social.roost.event.TracedEvent;
import social.roost.tweet.cassandra.OutboxRows.Written;
import social.roost.tweet.cassandra.TweetRows.Stored;

/**
 * Events of tweets, each stored with its tweet, until the log has them.
 *
 * <p>What a crash left is looked for three times. Soon after it was written; later, when also what needed several attempts has
 * come; and once more when nothing can come any more that belongs there: a batch may be completed minutes later than it
 * began. What is past that is behind the watermark, from which whoever sweeps next begins. Nothing is known of batches while
 * Cassandra or this sweep was away, so the watermark rests until both were there for long enough.
 *
 * <p>An entry is handed out only when what it tells of can be read. That of a deletion, or of a change of a user's set, is
 * written before, so it may stand for one that was only begun: it is completed here, or cannot happen any more.
 */
final class TweetOutbox implements Outbox<OutboxKey> {
    private static final Logger LOG = LoggerFactory.getLogger(TweetOutbox.class);

    /** After which whoever wrote an entry no longer relays it. */
    static final Duration SOON = Duration.ofSeconds(5);

    /** After which also a write has ended that timed out again and again, and was then repeated by its client. */
    static final Duration LATER = Duration.ofMinutes(1);

    /** How often it is looked for then, of which most finds nothing. */
    private static final long LATER_STEP = Duration.ofSeconds(10).toMillis() * 1_000;

    /** After which no batch is completed any more, provided that Cassandra was there all the time. */
    static final Duration SETTLED = Duration.ofMinutes(10);

    /** Longer than Cassandra tries to complete a batch, see {@link TweetTables}. */
    private static final Duration GIVEN_UP = Duration.ofDays(2);

    /** Sweeps follow each other faster than this, or something was away, or another process swept. */
    private static final Duration GAP = Duration.ofMinutes(1);

    private final OutboxRows rows;
    private final TweetRows tweets;
    private final TweetWriter writer;
    private final AuthorBuckets buckets;
    private final BegunChanges changes;
    private final InstantSource clock;
    private final OutboxScan soon;
    private final OutboxScan later;
    private final OutboxScan settled;
    private long lastSweep;
    private long undisturbedSince;

    TweetOutbox(
            OutboxRows rows,
            TweetRows tweets,
            TweetWriter writer,
            AuthorBuckets buckets,
            BegunChanges changes,
            InstantSource clock) {
        this.rows = rows;
        this.tweets = tweets;
        this.writer = writer;
        this.buckets = buckets;
        this.changes = changes;
        this.clock = clock;
        soon = new OutboxScan(rows);
        later = new OutboxScan(rows);
        settled = new OutboxScan(rows);
    }

    /** Begins where the last sweep, of whichever process, had got to; the very first before the first write. */
    synchronized void begin() {
        long first = (clock.millis() - SETTLED.toMillis()) * 1_000 / OutboxKey.MINUTE;
        long[] minutes = new long[OutboxKey.SHARDS];
        for (int shard = 0; shard < minutes.length; shard++) {
            Long watermark = rows.watermark(shard);
            minutes[shard] = watermark == null ? first : watermark;
            if (watermark == null) {
                rows.raiseWatermark(shard, first);
            }
        }
        Stream.of(soon, later, settled).forEach(scan -> scan.skipTo(minutes));
    }

    @Override
    public synchronized List<Entry<OutboxKey>> leftBehind(int limit) {
        long now = clock.millis();
        try {
            if (now - lastSweep > GAP.toMillis()) {
                undisturbedSince = now;
                begin();
            }
            List<Entry<OutboxKey>> found = sweep(now, limit);
            lastSweep = now;
            return found;
        } catch (RuntimeException e) {
            lastSweep = 0;
            throw e;
        }
    }

    private List<Entry<OutboxKey>> sweep(long now, int limit) {
        List<Written> late = now - undisturbedSince >= SETTLED.toMillis() ? settle(now, limit) : List.of();
        long latest = (now - LATER.toMillis()) * 1_000;
        List<Written> delayed = later.advance(latest - Math.floorMod(latest, LATER_STEP), limit);
        List<Written> recent = soon.advance((now - SOON.toMillis()) * 1_000, limit);
        return Stream.of(late, delayed, recent)
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparingLong(written -> written.key().written()))
                .limit(limit)
                .map(written -> checked(written, now))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Written> settle(long now, int limit) {
        long[] before = settled.minutes();
        long end = (now - SETTLED.toMillis()) * 1_000;
        List<Written> late = settled.advance(end - Math.floorMod(end, OutboxKey.MINUTE), limit);
        long[] after = settled.minutes();
        IntStream.range(0, after.length)
                .filter(shard -> after[shard] > before[shard])
                .forEach(shard -> rows.raiseWatermark(shard, after[shard]));
        return late;
    }

    /** Null when there is nothing to relay, not yet or never. */
    private @Nullable Entry<OutboxKey> checked(Written written, long now) {
        OutboxKey key = written.key();
        if (written.begun() != null) {
            // What only a newer program can read stays until one sweeps.
            return written.begun() instanceof TracedEvent begun ? changed(key, begun) : null;
        }
        Stored stored = tweets.findSettled(key.tweetId());
        if (stored == null) {
            giveUpIfOld(key, now);
            return null;
        }
        return key.deletion() == OutboxKey.POSTED ? posted(written) : deleted(written, stored, now);
    }

    private @Nullable Entry<OutboxKey> changed(OutboxKey key, TracedEvent begun) {
        if (changes.settle(key, begun.event()) == null) {
            remove(List.of(key));
            return null;
        }
        return new Entry<>(key, begun);
    }

    private Entry<OutboxKey> posted(Written written) {
        long tweetId = written.key().tweetId();
        buckets.changed(written.authorId(), tweetId);
        return new Entry<>(
                written.key(), OutboxKey.posted(tweetId, written.authorId()).event());
    }

    private @Nullable Entry<OutboxKey> deleted(Written written, Stored stored, long now) {
        OutboxKey key = written.key();
        if (!writer.delete(stored.tweet(), key.deletion(), now)) {
            remove(List.of(key));
            return null;
        }
        return new Entry<>(
                key,
                OutboxKey.deleted(key.tweetId(), written.authorId(), key.deletion(), now)
                        .event());
    }

    private void giveUpIfOld(OutboxKey key, long now) {
        if (now * 1_000 - key.written() > GIVEN_UP.toMillis() * 1_000) {
            LOG.warn("Tweet {} was never stored completely; dropped its event", key.tweetId());
            remove(List.of(key));
        }
    }

    @Override
    public void remove(List<OutboxKey> keys) {
        rows.deleteAll(keys);
    }

    /** Before which minute since 1970 nothing is left. */
    synchronized long watermark() {
        return Arrays.stream(settled.minutes()).min().orElseThrow();
    }
}
