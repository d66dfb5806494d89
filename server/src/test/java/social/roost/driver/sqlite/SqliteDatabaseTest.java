package social.roost.driver.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;

@Timeout(240)
class SqliteDatabaseTest {
    private static final SqliteSettings SETTINGS =
            new SqliteSettings(2, Duration.ofMillis(50), 8, 512, Duration.ofSeconds(1));

    @TempDir
    Path folder;

    private SqliteDatabase database;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    /** Holds the writer inside a write until released, so that the following writes form one group. */
    private final CountDownLatch writerHeld = new CountDownLatch(1);

    private final CountDownLatch releaseWriter = new CountDownLatch(1);

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("roost.db"), SETTINGS);
        database.write(handle -> handle.execute("CREATE TABLE entry (name TEXT NOT NULL UNIQUE)"));
    }

    @AfterEach
    void close() {
        releaseWriter.countDown();
        callers.close();
        database.close();
    }

    @Test
    void aReadSeesEveryWriteThatReturnedBeforeIt() {
        for (int i = 0; i < 50; i++) {
            insert("entry " + i);
            assertThat(count()).isEqualTo(i + 1);
        }
    }

    @Test
    void writesOutliveTheProcess() throws Exception {
        insert("kept");
        database.write(handle -> handle.execute("INSERT INTO entry VALUES ('also kept')"));
        // A copy of the files is what a crash would leave.
        Path copy = CrashedCopy.of(folder.resolve("roost.db"), folder.resolve("copy"));
        try (SqliteDatabase reopened = SqliteDatabase.open(copy, SETTINGS)) {
            assertThat(names(reopened)).containsExactly("kept", "also kept");
        }
    }

    @Test
    void aCommitIsFlushedToTheDiskAndForeignKeysHold() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
        assertThat(pragma("wal_autocheckpoint")).isEqualTo("4000");
    }

    @Test
    void aWriteThatThrowsLeavesNothingAndItsExceptionReachesItsCaller() {
        IllegalArgumentException failure = new IllegalArgumentException("no");
        assertThatThrownBy(() -> database.write(handle -> {
                    handle.execute("INSERT INTO entry VALUES ('lost')");
                    throw failure;
                }))
                .isSameAs(failure)
                .satisfies(e -> assertThat(e.getSuppressed()[0].getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(SqliteDatabaseTest.class.getName())));
        assertThat(count()).isZero();
    }

    @Test
    void aWriteThatThrowsLeavesTheOthersOfItsGroupAlone() throws Exception {
        holdWriter();
        Future<?> before = callers.submit(() -> insert("before"));
        awaitWaiting(1);
        Future<?> twice = callers.submit(() -> database.write(handle -> {
            handle.execute("INSERT INTO entry VALUES ('undone')");
            return handle.execute("INSERT INTO entry VALUES ('before')");
        }));
        awaitWaiting(2);
        Future<?> after = callers.submit(() -> insert("after"));
        awaitWaiting(3);
        int commits = commitsWhile(() -> {
            releaseWriter.countDown();
            before.get();
            after.get();
        });
        assertThatThrownBy(twice::get).hasCauseInstanceOf(UnableToExecuteStatementException.class);
        assertThat(names(database)).containsExactly("held", "before", "after");
        assertThat(commits).isEqualTo(1);
    }

    @Test
    void whenTheTransactionBreaksEveryWriteOfTheGroupFailsAndTheNextSucceeds() throws Exception {
        holdWriter();
        Future<?> innocent = callers.submit(() -> insert("innocent"));
        awaitWaiting(1);
        Future<?> breaking = callers.submit(() -> database.write(handle -> {
            // What SQLite itself does on a full disk.
            return handle.execute("ROLLBACK");
        }));
        awaitWaiting(2);
        releaseWriter.countDown();
        assertThatThrownBy(innocent::get).hasCauseInstanceOf(TransactionException.class);
        assertThatThrownBy(breaking::get).hasCauseInstanceOf(TransactionException.class);
        insert("next");
        assertThat(names(database)).containsExactly("next");
    }

    @Test
    void concurrentWritesShareCommits() throws Exception {
        AtomicInteger commits = new AtomicInteger();
        database.afterCommit(commits::incrementAndGet);
        holdWriter();
        List<Future<?>> writes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "entry " + i;
            writes.add(callers.submit(() -> insert(name)));
        }
        awaitWaiting(8);
        releaseWriter.countDown();
        for (Future<?> write : writes) {
            write.get();
        }
        assertThat(count()).isEqualTo(9);
        assertThat(commits).hasValue(1);
    }

    @Test
    void moreWritesThanMayWaitAreRefusedAndLeaveNothing() throws Exception {
        holdWriter();
        List<Future<?>> writes = new ArrayList<>();
        for (int i = 0; i < SETTINGS.maximumWaitingWrites(); i++) {
            String name = "entry " + i;
            writes.add(callers.submit(() -> insert(name)));
        }
        awaitWaiting(SETTINGS.maximumWaitingWrites());
        assertThatThrownBy(() -> insert("too many")).isInstanceOf(OverloadedException.class);
        releaseWriter.countDown();
        for (Future<?> write : writes) {
            write.get();
        }
        assertThat(names(database)).doesNotContain("too many").hasSize(9);
    }

    @Test
    void closeFinishesTheWritesThatWaitAndRefusesNewOnes() throws Exception {
        holdWriter();
        Future<?> waiting = callers.submit(() -> insert("waiting"));
        awaitWaiting(1);
        Thread closing = Thread.ofVirtual().start(database::close);
        while (!database.isClosing()) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> insert("late")).isInstanceOf(IllegalStateException.class);
        releaseWriter.countDown();
        waiting.get();
        closing.join();
        assertThatThrownBy(this::count).isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("roost.db-wal")).doesNotExist();
        database = SqliteDatabase.open(folder.resolve("roost.db"), SETTINGS);
        assertThat(names(database)).containsExactly("held", "waiting");
    }

    @Test
    void readsGoOnDuringALongWriteAndSeeNothingOfIt() throws Exception {
        insert("first");
        holdWriter();
        assertThat(names(database)).containsExactly("first");
    }

    @Test
    void aReadStaysOnTheSnapshotOfItsFirstStatement() {
        insert("first");
        database.<Integer>read(handle -> {
            assertThat(count(handle)).isEqualTo(1);
            insert("second");
            assertThat(count(handle)).isEqualTo(1);
            return 0;
        });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> database.read(handle -> handle.execute("INSERT INTO entry VALUES ('x')")))
                .isInstanceOf(UnableToExecuteStatementException.class);
        assertThat(count()).isZero();
    }

    @Test
    void aReadWhoseTransactionEndedByItselfHarmsNoLaterRead() {
        insert("kept");
        SqliteSettings one = new SqliteSettings(1, Duration.ofSeconds(5), 8, 512, Duration.ofSeconds(1));
        try (SqliteDatabase single = SqliteDatabase.open(folder.resolve("roost.db"), one)) {
            for (int i = 0; i < 3; i++) {
                // What SQLite itself does when it runs out of memory, or the disk fails.
                single.read(handle -> handle.execute("ROLLBACK"));
                assertThat(names(single)).containsExactly("kept");
            }
            assertThatThrownBy(() -> single.read(handle -> {
                        handle.execute("ROLLBACK");
                        throw new IllegalArgumentException("its own failure");
                    }))
                    .hasMessage("its own failure");
            assertThat(names(single)).containsExactly("kept");
            assertThatThrownBy(() -> single.read(handle -> handle.execute("INSERT INTO entry VALUES ('x')")))
                    .as("what replaced the connection is for reading, too")
                    .isInstanceOf(UnableToExecuteStatementException.class);
        }
    }

    @Test
    void aReadIsRefusedWhenNoConnectionBecomesFree() throws Exception {
        CountDownLatch reading = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            callers.execute(() -> database.read(handle -> {
                reading.countDown();
                awaitRelease();
                return 0;
            }));
        }
        reading.await();
        assertThatThrownBy(this::count).isInstanceOf(OverloadedException.class);
    }

    @Test
    void theWriteOfAnInterruptedCallerStillRunsAndItLearnsTheResult() throws Exception {
        holdWriter();
        AtomicBoolean interruptedAfter = new AtomicBoolean();
        Thread caller = Thread.ofVirtual().start(() -> {
            insert("interrupted");
            interruptedAfter.set(Thread.currentThread().isInterrupted());
        });
        awaitWaiting(1);
        caller.interrupt();
        releaseWriter.countDown();
        caller.join();
        assertThat(interruptedAfter).isTrue();
        assertThat(names(database)).containsExactly("held", "interrupted");
    }

    @Test
    void aWriteInsideAWriteIsAnErrorInsteadOfADeadlock() {
        assertThatThrownBy(() -> database.write(handle -> {
                    insert("inner");
                    return 0;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailingListenerHarmsNoWrite() {
        database.afterCommit(() -> {
            throw new IllegalStateException("listener");
        });
        insert("kept");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void nestedUseOfOneStatementIsSafe() {
        IntStream.range(0, 3).forEach(i -> insert("entry " + i));
        List<Integer> counts = database.read(handle -> handle.createQuery("SELECT name FROM entry")
                .map((row, context) -> handle.createQuery("SELECT name FROM entry")
                        .mapTo(String.class)
                        .list()
                        .size())
                .list());
        assertThat(counts).containsExactly(3, 3, 3);
    }

    /** CASES D-2. */
    @Test
    void aFullDiskIsAnOutageOfWritingUntilThereIsRoomAgain() {
        insert("kept");
        String pages = pragma("page_count");
        pragma("max_page_count = " + pages);
        assertThatThrownBy(() -> insert("x".repeat(1 << 20))).isInstanceOf(UnavailableException.class);
        assertThat(database.isWritable()).isFalse();
        assertThat(names(database)).containsExactly("kept");
        pragma("max_page_count = " + pages);
        database.lookAtDisk();
        assertThat(database.isWritable()).as("still full").isFalse();
        pragma("max_page_count = 1000000");
        database.lookAtDisk();
        assertThat(database.isWritable()).isTrue();
        insert("again");
        assertThat(names(database)).containsExactly("kept", "again");
    }

    private void holdWriter() throws InterruptedException {
        callers.execute(() -> database.write(handle -> {
            writerHeld.countDown();
            awaitRelease();
            return handle.execute("INSERT INTO entry VALUES ('held')");
        }));
        writerHeld.await();
    }

    private void awaitRelease() {
        try {
            releaseWriter.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitWaiting(int count) {
        while (database.waitingWrites() < count) {
            Thread.onSpinWait();
        }
    }

    private int commitsWhile(ThrowingRunnable action) throws Exception {
        AtomicInteger commits = new AtomicInteger();
        database.afterCommit(commits::incrementAndGet);
        action.run();
        return commits.get();
    }

    private int insert(String name) {
        return database.write(handle -> handle.execute("INSERT INTO entry VALUES (?)", name));
    }

    private String pragma(String name) {
        return database.write(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    private int count() {
        return database.read(SqliteDatabaseTest::count);
    }

    private static int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM entry").mapTo(int.class).one();
    }

    private static List<String> names(SqliteDatabase database) {
        return database.read(handle -> handle.createQuery("SELECT name FROM entry ORDER BY rowid")
                .mapTo(String.class)
                .list());
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }
}
