package social.roost.search;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Scan;
import social.roost.base.UnavailableException;
import social.roost.event.BackfillStore;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;

/**
 * Fills indexes from the store: the first one while it serves searches already, and one that was requested before it
 * replaces the serving one. Meanwhile {@link TweetIndexing} applies to each of them what happens.
 *
 * <p>Progress is stored under the name of the index, after what was read is durable. So a restarted process continues,
 * and of several processes only one has the turn. A damaged index is replaced by a new one.
 */
public final class IndexBuild implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexBuild.class);
    private static final Duration TURN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    /** Making an index durable takes a disk many times as long as putting a batch. */
    private static final int BATCHES_BETWEEN_STORING = 20;

    private final TweetIndexes indexes;
    private final TweetIndexing indexing;
    private final TweetDocuments documents;
    private final TweetStore tweets;
    private final BackfillStore progress;
    private final String process = UUID.randomUUID().toString();
    private final Set<String> complete = ConcurrentHashMap.newKeySet();
    private final Semaphore requests = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean closed;

    /** So that an outage is logged once. */
    private boolean unavailable;

    public IndexBuild(
            TweetIndexes indexes,
            TweetIndexing indexing,
            TweetDocuments documents,
            TweetStore tweets,
            BackfillStore progress) {
        this.indexes = indexes;
        this.indexing = indexing;
        this.documents = documents;
        this.tweets = tweets;
        this.progress = progress;
    }

    /**
     * How far the index being filled is.
     *
     * @param serving the name of the index that serves searches
     * @param index the name of the one being filled; null if all indexes are complete
     * @param tweets read for it so far
     * @param count of tweets in the serving index
     */
    public record Progress(String serving, @Nullable String index, long tweets, long count) {}

    /** Fills what is incomplete, from now on. Events must be consumed already, so that no tweet is missed. */
    public void start() {
        thread = Thread.ofVirtual().name("search-build").start(this::run);
    }

    /** Requests a new index that replaces the serving one; if one is being built already, that one. */
    public void rebuild() {
        if (indexes.names().size() == 1) {
            String name = indexes.create();
            LOG.info("Building the search index {}", name);
        }
        requests.release();
    }

    public Progress progress() {
        String serving = indexes.serving();
        long count = indexes.index(serving).count();
        for (String name : indexes.names()) {
            BackfillStore.Progress reached = progress.find(group(name));
            if (!reached.done()) {
                return new Progress(serving, name, reached.events(), count);
            }
        }
        return new Progress(serving, null, 0, count);
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            requests.release();
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!closed) {
                look();
                if (requests.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    requests.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Building search indexes was interrupted");
        }
    }

    private void look() throws InterruptedException {
        try {
            replaceDamaged();
            indexing.repair();
            for (String name : List.copyOf(indexes.names())) {
                // Serving one removes the others.
                if (indexes.names().contains(name) && fill(name) && !name.equals(indexes.serving())) {
                    indexing.checkpoint();
                    indexes.serve(name);
                    LOG.info("The search index {} serves searches", name);
                }
            }
            unavailable = false;
        } catch (UnavailableException e) {
            throwIfClosed();
            if (!unavailable) {
                LOG.warn("Cannot build the search index, will retry: {}", e.getMessage());
            }
            unavailable = true;
        } catch (RuntimeException e) {
            throwIfClosed();
            LOG.warn("Cannot build the search index, will retry", e);
        }
    }

    /** Whatever is called may have cleared the interrupt. */
    private void throwIfClosed() throws InterruptedException {
        if (closed || Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void replaceDamaged() {
        String name = indexes.serving();
        if (indexes.index(name).isDamaged()) {
            LOG.error("The search index {} is damaged: a new one is built", name);
            indexes.serve(indexes.create());
        }
    }

    /** Returns whether the index is complete; if not, another process is filling it. */
    private boolean fill(String name) throws InterruptedException {
        if (complete.contains(name)) {
            return true;
        }
        BackfillStore.Progress reached = progress.takeTurn(group(name), process, TURN);
        if (reached == null) {
            return false;
        }
        if (reached.done()) {
            return complete.add(name);
        }
        LOG.debug("Filling the search index {}, {} tweets so far", name, reached.events());
        while (!reached.done()) {
            throwIfClosed();
            reached = fillPart(indexes.index(name), reached);
            if (!progress.store(group(name), process, reached, TURN)) {
                return false;
            }
        }
        progress.endTurn(group(name), process);
        if (reached.events() > 0) {
            LOG.info("The search index {} is complete: {} tweets", name, reached.events());
        }
        return complete.add(name);
    }

    /** Returns the progress when what was read is durable; the same as before if it was lost. */
    private BackfillStore.Progress fillPart(TweetIndex index, BackfillStore.Progress from) throws InterruptedException {
        int losses = index.losses();
        BackfillStore.Progress reached = from;
        for (int i = 0; i < BATCHES_BETWEEN_STORING && !reached.done(); i++) {
            long begun = System.nanoTime();
            Scan.Part<Tweet> part = tweets.scan(reached.position(), BATCH);
            put(index, part.items());
            long read = reached.events() + part.items().size();
            reached = part.next() == null
                    ? new BackfillStore.Progress(reached.position(), read, true)
                    : new BackfillStore.Progress(part.next(), read, false);
            // Half of a processor at most: requests come first.
            Thread.sleep(Duration.ofNanos(System.nanoTime() - begun));
        }
        index.makeDurable();
        return index.losses() == losses ? reached : from;
    }

    private void put(TweetIndex index, List<Tweet> read) {
        List<IndexedTweet> found = documents.of(read);
        if (!found.isEmpty()) {
            index.put(found);
            indexing.changedSince(
                    read.stream().filter(tweet -> !tweet.isRetweet()).toList());
        }
    }

    private static String group(String index) {
        return "search/" + index;
    }
}
