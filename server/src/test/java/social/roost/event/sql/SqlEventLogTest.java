package social.roost.event.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.trace.Tracer;
import social.roost.driver.sqlite.CrashedCopy;
import social.roost.driver.sqlite.SqliteDatabase;
import social.roost.driver.sqlite.SqliteSettings;
import social.roost.event.Await;
import social.roost.event.DeliverySettings;
import social.roost.event.Event;
import social.roost.event.Event.UserUpdated;
import social.roost.event.EventCodec;
import social.roost.event.EventLog;
import social.roost.event.RecordingConsumer;
import social.roost.event.UpgradedEventLogContract;

class SqlEventLogTest extends UpgradedEventLogContract {
    private static final int TRIM_SIZE = 10;

    @TempDir
    Path folder;

    private int crashes;
    private final Deque<Opened> opened = new ArrayDeque<>();
    private final Deque<SqlEventLog> older = new ArrayDeque<>();

    @Override
    protected EventLog open(DeliverySettings delivery) throws IOException {
        Files.createDirectories(place());
        SqliteDatabase database = SqliteDatabase.open(file(), SqliteSettings.defaults());
        SqlEventLog log = new SqlEventLog(database, settings(delivery));
        opened.push(new Opened(database, log));
        return log;
    }

    @Override
    protected EventLog openOlder(DeliverySettings delivery, Set<Class<? extends Event>> unknown) {
        SqlEventLog log = new SqlEventLog(database(), settings(delivery), Tracer.NONE, EventCodec.without(unknown));
        older.push(log);
        return log;
    }

    private static SqlEventLogSettings settings(DeliverySettings delivery) {
        // The pauses are so long that only the tests store offsets and trim.
        return new SqlEventLogSettings(delivery, 20, Duration.ofHours(1), Duration.ofHours(1), TRIM_SIZE);
    }

    private Path file() {
        return place().resolve("roost.db");
    }

    private Path place() {
        return folder.resolve("after " + crashes + " crashes");
    }

    @Override
    protected void close() {
        older.forEach(SqlEventLog::close);
        opened.pop().close();
    }

    @Override
    protected void crash() throws Exception {
        Path before = file();
        crashes++;
        CrashedCopy.of(before, place());
    }

    @AfterEach
    void closeCrashed() {
        opened.forEach(Opened::close);
    }

    @Test
    void anEventIsAppendedOnlyWithTheTransactionThatItBelongsTo() throws Exception {
        log().subscribe("group", consumer);
        assertThatThrownBy(() -> database().write(handle -> {
                    log().append(handle, new UserUpdated(1));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        database().<Integer>write(handle -> {
            log().append(handle, new UserUpdated(2));
            return 0;
        });
        assertThat(consumer.take(1)).containsExactly(new UserUpdated(2));
        awaitNoLag();
    }

    @Test
    void anUnreadableEventBecomesADeadLetterAndTheNextOfItsKeyFollows() throws Exception {
        log().subscribe("group", consumer);
        database()
                .write(handle -> handle.execute(
                        "INSERT INTO event (key, payload, created_at) VALUES (1, '{\"type\":\"sung\",\"v\":1}', 0)"));
        append(1);
        assertThat(consumer.take(1)).containsExactly(new UserUpdated(1));
        awaitNoLag();
        assertThat(log().deadLetters("group", 10)).singleElement().satisfies(letter -> {
            assertThat(letter.event()).isNull();
            assertThat(letter.attempts()).isZero();
            assertThat(letter.error()).contains("sung");
        });
    }

    @Test
    void trimmingRemovesWhatAllGroupsHavePassedButNothingElse() throws Exception {
        RecordingConsumer late = new RecordingConsumer();
        EventLog.Subscription away = log().subscribe("away", late);
        away.close();
        log().subscribe("group", consumer);
        append(LongStream.range(0, 35).toArray());
        consumer.take(35);
        awaitNoLag();
        log().storeOffsets();
        log().trim();
        assertThat(eventsStored()).isEqualTo(35);

        log().subscribe("away", late);
        late.take(35);
        Await.noLag(log(), "away");
        log().storeOffsets();
        log().trim();
        assertThat(eventsStored()).isEqualTo(1);
    }

    @Test
    void aGroupThatDoesNotExistAnyMoreKeepsNothing() throws Exception {
        log().subscribe("gone", consumer).close();
        log().subscribe("group", consumer);
        append(LongStream.range(0, 35).toArray());
        consumer.take(35);
        awaitNoLag();
        log().storeOffsets();
        log().retainGroups(Set.of("group"));
        log().trim();
        assertThat(eventsStored()).isEqualTo(1);
        assertThat(log().lag("gone")).isZero();
    }

    @Test
    void trimmingRemovesNothingThatAFollowerHasStillToSee() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        RecordingConsumer slow = new RecordingConsumer();
        log().subscribe("group", consumer);
        log().follow(event -> {
            go.await();
            slow.consume(event);
        });
        append(LongStream.range(0, 80).toArray());
        consumer.take(80);
        awaitNoLag();
        log().storeOffsets();
        log().trim();
        go.countDown();
        slow.take(80);
    }

    @Test
    void offsetsGoOnAfterTrimmingAndARestart() throws Exception {
        log().subscribe("group", consumer);
        append(LongStream.range(0, 25).toArray());
        consumer.take(25);
        awaitNoLag();
        log().storeOffsets();
        log().trim();
        close();
        open(SETTINGS);
        log().subscribe("group", consumer);
        append(99);
        assertThat(consumer.take(1)).containsExactly(new UserUpdated(99));
        awaitNoLag();
        assertThat(consumer.rest()).isEmpty();
    }

    @Test
    void offsetsAreStoredWithoutClosing() throws Exception {
        log().subscribe("group", consumer);
        append(1);
        consumer.take(1);
        awaitNoLag();
        log().storeOffsets();
        crash();
        open(SETTINGS);
        log().subscribe("group", consumer);
        append(2);
        assertThat(consumer.take(1)).containsExactly(new UserUpdated(2));
    }

    private void append(long... users) {
        List<Event> events =
                LongStream.of(users).<Event>mapToObj(UserUpdated::new).toList();
        log().append(events);
    }

    private void awaitNoLag() throws InterruptedException {
        Await.noLag(log(), "group");
    }

    private int eventsStored() {
        return database()
                .read(handle -> handle.createQuery("SELECT count(*) FROM event")
                        .mapTo(int.class)
                        .one());
    }

    private SqliteDatabase database() {
        return opened.getFirst().database();
    }

    private SqlEventLog log() {
        return opened.getFirst().log();
    }

    private record Opened(SqliteDatabase database, SqlEventLog log) {
        void close() {
            log.close();
            database.close();
        }
    }
}
