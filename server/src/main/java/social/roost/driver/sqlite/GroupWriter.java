package social.roost.driver.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.driver.sql.Database.Work;

/**
 * The only thread that writes. It runs all waiting writes as one group in one transaction, so that one disk flush
 * serves them all: the slower the disk, the larger the groups, without any added delay. It is a platform thread,
 * because a flush would pin the carrier of a virtual one.
 */
final class GroupWriter {
    private static final Logger log = LoggerFactory.getLogger(GroupWriter.class);

    private final Path file;
    private final SqliteSettings settings;
    private final WriteQueue queue;
    private final Thread thread;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Used by this thread only. Null after a failed transaction: the next group opens another. */
    private @Nullable SqliteConnection connection;

    GroupWriter(Path file, SqliteSettings settings) {
        this.file = file;
        this.settings = settings;
        queue = new WriteQueue(settings.maximumWaitingWrites());
        connection = SqliteConnection.openWriter(file);
        thread = Thread.ofPlatform().name("sqlite-writer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    <T extends @Nullable Object> T write(Work<T> work) {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("A write cannot wait for another write: use the handle passed to it");
        }
        PendingWrite<T> write = new PendingWrite<>(work);
        queue.add(write);
        return write.await();
    }

    void afterCommit(Runnable listener) {
        listeners.add(listener);
    }

    /** Accepts no more writes, runs the waiting ones, and ends the thread. */
    void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        discardConnection();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    int waiting() {
        return queue.size();
    }

    boolean isClosing() {
        return queue.isClosed();
    }

    private void run() {
        for (PendingWrite<?> first = queue.take(); first != null; first = queue.take()) {
            List<PendingWrite<?>> kept = new ArrayList<>();
            try {
                runGroup(first, kept);
            } catch (Throwable failure) {
                if (!SqliteFailures.isOutageOfWriting(failure)) {
                    log.error("A group of writes failed; rolled back {}", kept.size(), failure);
                }
                discardConnection();
                kept.forEach(write -> write.lose(failure));
            }
        }
    }

    /** Adds the group's writes to {@code kept}, and empties it when all of them are durable. */
    private void runGroup(PendingWrite<?> first, List<PendingWrite<?>> kept) throws SQLException {
        long end = System.nanoTime() + settings.maximumGroupTime().toNanos();
        PendingWrite<?> next = first;
        while (next != null) {
            runOne(next, kept);
            boolean full = kept.size() >= settings.maximumGroupSize() || System.nanoTime() - end >= 0;
            next = full ? null : queue.poll();
        }
        openConnection().commit();
        if (!kept.isEmpty()) {
            listeners.forEach(GroupWriter::call);
            kept.forEach(PendingWrite::succeed);
        }
    }

    private void runOne(PendingWrite<?> write, List<PendingWrite<?>> kept) throws SQLException {
        // Added before it runs: if the transaction breaks, it is lost with the others.
        kept.add(write);
        @Nullable Throwable failure = openConnection().runUndoable(write);
        if (failure != null) {
            kept.removeLast();
            write.fail(failure);
        }
    }

    private SqliteConnection openConnection() {
        if (connection == null) {
            connection = SqliteConnection.openWriter(file);
        }
        return connection;
    }

    private void discardConnection() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (RuntimeException e) {
            log.warn("Could not close the write connection", e);
        }
        connection = null;
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.error("A commit listener failed", e);
        }
    }
}
