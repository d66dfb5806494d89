package social.roost.trend;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Scan;
import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.Tweet;
import social.roost.user.UserStore;

/**
 * Observes for a detector in this process, whose state is only in memory: after a start, it reads the tweets of the last
 * week from the store, in the background, while the events that arrive wait. Then it follows the log.
 */
public final class TrendFeed implements StreamConsumer.OfTweets, StreamConsumer.OfUsers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrendFeed.class);
    /** What is read after a start. */
    private static final Duration PAST = Duration.ofDays(8);

    private static final int PART = 500;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** More than an hour of a busy server; those beyond are not counted. */
    private static final int MOST_WAITING = 1_000_000;

    private final TrendObserver observer;
    private final TweetsSince past;
    private final InstantSource clock;

    private final Thread thread = Thread.ofVirtual().name("trends-past").unstarted(this::run);
    private volatile boolean closed;

    /** The last tweet of the past that was read. */
    private long after;

    /** Ids of tweets posted while the past is read; null before and afterwards. */
    private @Nullable List<Long> waiting;

    private boolean following;

    public TrendFeed(TrendObserver observer, TweetsSince past, InstantSource clock) {
        this.observer = observer;
        this.past = past;
        this.clock = clock;
    }

    /** From when on the detector will know all tweets, in milliseconds since 1970: always, if the server is that new. */
    public static long completeSince(UserStore users, InstantSource clock) {
        long pastBegins = clock.millis() - PAST.toMillis();
        return TopicalTweets.oldestAccountAt(users, clock) > pastBegins ? 0 : pastBegins;
    }

    /** Begins to read the past, and then follows the log. */
    public void start() {
        after = Snowflake.lowestAt(clock.millis() - PAST.toMillis());
        synchronized (this) {
            waiting = new ArrayList<>();
        }
        thread.start();
    }

    /** Stops reading the past. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed && !attempt()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("Reading the past of trends was interrupted", e);
        }
    }

    /** Returns whether it follows the log; if not, it reads on later. */
    private boolean attempt() {
        try {
            readPast();
            follow();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The past of trends cannot be read; will retry", e);
            return false;
        }
    }

    private void readPast() {
        int read = 0;
        boolean more = true;
        while (more && !closed) {
            Scan.Part<Tweet> part = past.read(after, PART);
            for (Tweet tweet : part.items()) {
                after = tweet.id();
                observer.tick(Snowflake.millis(after));
                observer.observe(tweet);
            }
            read += part.items().size();
            more = part.next() != null;
        }
        LOG.debug("Trends know {} tweets of the last days", read);
    }

    private void follow() {
        while (true) {
            List<Long> posted;
            synchronized (this) {
                posted = waiting == null ? List.of() : waiting;
                waiting = new ArrayList<>();
                if (posted.isEmpty()) {
                    waiting = null;
                    following = true;
                    return;
                }
            }
            posted.forEach(observer::observe);
        }
    }

    /** Whether the past has been read. */
    public synchronized boolean isFollowing() {
        return following;
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long _) when !waits(tweet) -> observer.observe(tweet);
            // Until then, tweets are observed as they are when they are read.
            case Event.TweetEdited(long tweet, long _) when isFollowing() -> observer.observeEdited(tweet);
            default -> {}
        }
    }

    private synchronized boolean waits(long tweetId) {
        if (waiting != null && waiting.size() < MOST_WAITING) {
            waiting.add(tweetId);
        }
        return !following;
    }

    @Override
    public void consume(Event.OfUsers event) {
        observer.consume(event);
    }
}
