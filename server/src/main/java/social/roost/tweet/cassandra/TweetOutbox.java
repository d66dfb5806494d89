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
 * Events of tweets, each stored with its tweet, until they are in the log.
 *
 * <p>The sweep looks three times for what a crash left behind: soon after it was written; later, when writes that
 * needed several attempts have ended; and once more when nothing can arrive any more, because a batch may complete
 * minutes after it began. What is older is behind the watermark, from which the next sweep continues. While Cassandra
 * or this sweep was unavailable, nothing is known about batches, so the watermark rests until both have been available
 * for long enough.
 *
 * <p>An entry is returned only if what it describes can be read. The entry of a deletion, or of a change of a user's
 * set, is written before the change, so the change may only have been started: it is completed here, or prevented.
 */
final class TweetOutbox implements Outbox<OutboxKey> {
    private static final Logger LOG = LoggerFactory.getLogger(TweetOutbox.class);

    /** After this time, the process that wrote an entry no longer relays it. */
    static final Duration SOON = Duration.ofSeconds(5);

    /** After this time, a write that timed out several times, and was then retried by its client, has ended. */
    static final Duration LATER = Duration.ofMinutes(1);

    /** The interval of that second look, which usually finds nothing. */
    private static final long LATER_STEP = Duration.ofSeconds(10).toMillis() * 1_000;

    /** After this time, no batch completes any more, provided that Cassandra was available all the time. */
    static final Duration SETTLED = Duration.ofMinutes(10);

    /** Longer than Cassandra tries to complete a batch, see {@link TweetTables}. */
    private static final Duration GIVEN_UP = Duration.ofDays(2);

    /** If sweeps are further apart, something was unavailable, or another process swept. */
    private static final Duration GAP = Duration.ofMinutes(1);

    /** The tweets of a thread are written at the same time. */
    private static final Comparator<Written> OLDEST_FIRST = Comparator.<Written>comparingLong(
                    written -> written.key().written())
            .thenComparingLong(written -> written.key().tweetId());

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

    /** Starts where the last sweep of any process stopped; the very first one before the first write. */
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
                .sorted(OLDEST_FIRST)
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

    /** Null if there is nothing to relay, yet or ever. */
    private @Nullable Entry<OutboxKey> checked(Written written, long now) {
        OutboxKey key = written.key();
        if (written.begun() != null) {
            // An entry that only a newer version can read stays until that version sweeps.
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

    /** The minute since 1970 before which nothing is left. */
    synchronized long watermark() {
        return Arrays.stream(settled.minutes()).min().orElseThrow();
    }
}
