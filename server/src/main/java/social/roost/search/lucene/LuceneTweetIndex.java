package social.roost.search.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.search.Hit;
import social.roost.search.IndexedTweet;
import social.roost.search.SearchOrder;
import social.roost.search.TweetIndex;
import social.roost.search.query.TweetQuery;

/**
 * An index of tweets in a folder, opened when it is first needed.
 *
 * <p>What was put is found after a refresh, which a search does if anything changed: it costs nothing while nobody posts
 * or nobody searches. A failure, such as a full disk, closes the index; the next call opens it again, without what was
 * not durable.
 *
 * <p>One thread of its own does all that writes files, because Lucene closes an index whose thread is interrupted.
 */
final class LuceneTweetIndex implements TweetIndex, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneTweetIndex.class);
    private static final String NAME = "Search index";
    private static final long REFRESH_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path folder;
    private final LongSupplier nanoseconds;
    private final ThreadPoolExecutor writing;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable OpenIndex open;
    private final AtomicInteger losses = new AtomicInteger();
    private volatile boolean failing;
    private volatile boolean damaged;
    private volatile boolean closed;
    private volatile long refreshedChanges;
    private volatile long refreshedAt;

    LuceneTweetIndex(Path folder) {
        this(folder, System::nanoTime);
    }

    LuceneTweetIndex(Path folder, LongSupplier nanoseconds) {
        this.folder = folder;
        this.nanoseconds = nanoseconds;
        this.refreshedAt = nanoseconds.getAsLong() - REFRESH_NANOSECONDS;
        writing = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("search-index").daemon().factory());
        writing.allowCoreThreadTimeOut(true);
    }

    @Override
    public void put(List<IndexedTweet> tweets) {
        List<Document> documents = tweets.stream().map(TweetFields::document).toList();
        write(index -> {
            for (int i = 0; i < documents.size(); i++) {
                long _ = index.writer()
                        .updateDocument(TweetFields.term(tweets.get(i).id()), documents.get(i));
            }
            return changes.incrementAndGet();
        });
    }

    @Override
    public void remove(long[] ids) {
        if (isNew()) {
            return;
        }
        Term[] terms = new Term[ids.length];
        for (int i = 0; i < ids.length; i++) {
            terms[i] = TweetFields.term(ids[i]);
        }
        write(index -> {
            long _ = index.writer().deleteDocuments(terms);
            return changes.incrementAndGet();
        });
    }

    @Override
    public void makeDurable() {
        if (open != null) {
            write(index -> index.writer().commit());
        }
    }

    @Override
    public List<Hit> search(TweetQuery query, SearchOrder order, int limit) {
        if (isNew()) {
            return List.of();
        }
        refresh();
        OpenIndex index = openIndex();
        try {
            IndexSearcher searcher = index.searchers().acquire();
            try {
                return LuceneSearch.search(searcher, query, order, limit);
            } finally {
                index.searchers().release(searcher);
            }
        } catch (IOException | RuntimeException e) {
            throw failed(index, e);
        }
    }

    @Override
    public long count() {
        if (isNew()) {
            return 0;
        }
        return write(index -> (long) index.writer().getDocStats().numDocs);
    }

    @Override
    public int losses() {
        return losses.get();
    }

    @Override
    public boolean isDamaged() {
        return damaged;
    }

    /** Whether the last attempt to change or to open it failed. */
    boolean isFailing() {
        return failing;
    }

    /** Whether nothing was ever put: then it is not even opened. */
    private boolean isNew() {
        return open == null && !OpenIndex.exists(folder);
    }

    /** Shows what was put, unless that was done a moment ago. */
    private void refresh() {
        long seen = changes.get();
        if (seen != refreshedChanges && nanoseconds.getAsLong() - refreshedAt >= REFRESH_NANOSECONDS) {
            write(index -> {
                if (seen > refreshedChanges) {
                    refreshedChanges = changes.get();
                    index.searchers().maybeRefreshBlocking();
                    refreshedAt = nanoseconds.getAsLong();
                }
                return true;
            });
        }
    }

    private interface Writing<T> {
        T run(OpenIndex index) throws IOException;
    }

    /** Runs on the thread of the index. */
    private <T> T write(Writing<T> task) {
        OpenIndex index = openIndex();
        return await(() -> {
            try {
                T done = task.run(index);
                failing = false;
                return done;
            } catch (IOException | RuntimeException e) {
                throw failed(index, e);
            }
        });
    }

    private OpenIndex openIndex() {
        OpenIndex index = open;
        return index == null ? await(this::openNow) : index;
    }

    private OpenIndex openNow() {
        OpenIndex index = open;
        if (index != null) {
            return index;
        }
        if (closed || damaged) {
            throw new UnavailableException(NAME, null);
        }
        try {
            OpenIndex opened = OpenIndex.open(folder);
            refreshedChanges = changes.get();
            open = opened;
            return opened;
        } catch (IOException | RuntimeException e) {
            failing = true;
            noteDamage(e, isDamage(e) || isMissing(e));
            throw new UnavailableException(NAME, e);
        }
    }

    private <T> T await(Callable<T> task) {
        try {
            return writing.submit(task).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnavailableException unavailable) {
                throw unavailable;
            }
            throw new UnavailableException(NAME, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(NAME, e);
        } catch (RejectedExecutionException e) {
            throw new UnavailableException(NAME, e);
        }
    }

    /** The next call opens the index again. */
    private UnavailableException failed(OpenIndex index, Exception failure) {
        failing = true;
        noteDamage(failure, isDamage(failure));
        if (!index.writer().isOpen() || failure instanceof AlreadyClosedException || isMissing(failure) || damaged) {
            var _ = writing.submit(() -> leave(index, failure));
        }
        return failure instanceof UnavailableException unavailable
                ? unavailable
                : new UnavailableException(NAME, failure);
    }

    private void leave(OpenIndex index, Exception failure) {
        if (index.equals(open)) {
            if (!closed) {
                LOG.warn("The search index {} failed; it will be opened again", folder, failure);
            }
            open = null;
            int _ = losses.incrementAndGet();
            index.abandon();
        }
    }

    private void noteDamage(Exception failure, boolean damage) {
        if (damage && !closed) {
            damaged = true;
            LOG.error("The search index {} is damaged", folder, failure);
        }
    }

    private static boolean isDamage(Exception failure) {
        return failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof EOFException;
    }

    /** While an index is open, the missing file may be the lock, which opening it again creates. */
    private static boolean isMissing(Exception failure) {
        return failure instanceof IndexNotFoundException
                || failure instanceof FileNotFoundException
                || failure instanceof NoSuchFileException;
    }

    @Override
    public void close() {
        closed = true;
        writing.execute(() -> {
            OpenIndex index = open;
            open = null;
            if (index != null) {
                index.close();
            }
        });
        writing.close();
    }
}
