package social.roost.driver.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.base.UnavailableException;
import social.roost.driver.TcpLink;
import social.roost.driver.sql.Database;
import social.roost.event.Await;

/** Calls while the server is up, busy, slow, or down (SPEC K2, K4). */
@Tag("stack")
@Timeout(240)
class PostgresDatabaseTest {
    private static TcpLink link;
    private static PostgresStage postgres;
    private static Database direct;
    private static Database linked;

    @BeforeAll
    static void create() {
        link = PostgresStage.link();
        postgres = new PostgresStage(link);
        direct = postgres.shards().getFirst();
        linked = postgres.shards().getLast();
    }

    @AfterAll
    static void drop() {
        postgres.close();
        link.close();
    }

    @BeforeEach
    void empty() {
        postgres.empty();
    }

    @Test
    void aWriteIsDoneWholeOrNotAtAll() {
        assertThatThrownBy(() -> direct.write(handle -> {
                    insert(handle, 1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(count(direct)).isZero();
    }

    @Test
    void aListenerIsCalledAfterACommitAndAfterNothingElse() {
        AtomicInteger commits = new AtomicInteger();
        direct.afterCommit(commits::incrementAndGet);
        direct.write(handle -> insert(handle, 1));
        count(direct);
        assertThatThrownBy(() -> direct.write(handle -> insert(handle, 1)));
        assertThat(commits).hasValue(1);
    }

    @Test
    void writesThatBlockEachOtherAreRepeatedUntilAllAreDone() throws Exception {
        direct.write(handle -> insert(handle, 1) + insert(handle, 2));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        Together.call(
                2,
                thread -> direct.write(handle -> {
                    raise(handle, 1 + thread);
                    if (attempts.incrementAndGet() <= 2) {
                        await(bothHoldOne);
                    }
                    return raise(handle, 2 - thread);
                }));
        assertThat(attempts.get()).isGreaterThan(2);
        List<Long> followers = direct.read(handle -> handle.createQuery("SELECT followers FROM graph_count")
                .mapTo(Long.class)
                .list());
        assertThat(followers).containsExactly(2L, 2L);
    }

    @Test
    void aStatementEndsAtTheDeadline() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> direct.write(handle -> handle.execute("SELECT pg_sleep(30)")))
                .isInstanceOf(UnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aServerThatIsGoneIsToldAndUsedAgainWhenItIsBack() throws Exception {
        linked.write(handle -> insert(handle, 1));
        link.cut();
        assertThatThrownBy(() -> count(linked)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> linked.write(handle -> insert(handle, 2))).isInstanceOf(UnavailableException.class);
        assertThat(count(direct)).isZero();
        link.mend();
        Await.until(() -> isUp(linked));
        linked.write(handle -> insert(handle, 3));
        assertThat(count(linked)).isEqualTo(2);
    }

    @Test
    void brokenConnectionsCostNeitherReadNorWriteHoweverManyTheyAre() throws Exception {
        useConnections(8);
        link.cut();
        link.mend();
        linked.write(handle -> insert(handle, 1));
        useConnections(8);
        link.cut();
        link.mend();
        assertThat(count(linked)).isEqualTo(1);
    }

    private static void useConnections(int count) throws Exception {
        CyclicBarrier all = new CyclicBarrier(count);
        var _ = Together.call(
                count,
                _ -> linked.read(handle -> {
                    await(all);
                    return handle.execute("SELECT 1");
                }));
    }

    @Test
    void aShardThatIsDownAtTheStartIsUsedWhenItComes() throws Exception {
        String name = "late_" + Long.toHexString(System.nanoTime());
        String server = PostgresServers.ADDRESSES.getLast();
        PostgresServers.create(server, name);
        TcpLink late = new TcpLink(server);
        late.cut();
        PostgresSettings settings =
                PostgresServers.settings(postgres.settings().accounts(), List.of(late.address() + "/" + name), 2);
        try (PostgresDatabase shard =
                PostgresDatabase.openShards(settings, PostgresStage.CALLS).getFirst()) {
            assertThatThrownBy(() -> count(shard)).isInstanceOf(UnavailableException.class);
            late.mend();
            Await.until(() -> isUp(shard));
            assertThat(count(shard)).isZero();
        } finally {
            late.close();
            PostgresServers.drop(server, name);
        }
    }

    @Test
    void withoutTheAccountsThereIsNoStart() {
        TcpLink gone = new TcpLink(PostgresServers.ADDRESSES.getFirst());
        gone.cut();
        PostgresSettings settings = PostgresServers.settings(
                gone.address() + "/gone", postgres.settings().shards(), 2);
        assertThatThrownBy(() -> PostgresDatabase.openAccounts(settings, PostgresStage.CALLS))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void manyProcessesMayMakeTheSchemaAtOnce() throws Exception {
        String name = "many_" + Long.toHexString(System.nanoTime());
        String server = PostgresServers.ADDRESSES.getFirst();
        PostgresServers.create(server, name);
        PostgresSettings settings = PostgresServers.settings(
                server + "/" + name, postgres.settings().shards(), 2);
        try {
            List<PostgresDatabase> opened =
                    Together.call(6, _ -> PostgresDatabase.openAccounts(settings, PostgresStage.CALLS));
            assertThat(opened)
                    .allSatisfy(database -> assertThat(
                                    database.<Integer>read(handle -> handle.select("SELECT count(*) FROM account")
                                            .mapTo(Integer.class)
                                            .one()))
                            .isZero());
            opened.forEach(PostgresDatabase::close);
        } finally {
            PostgresServers.drop(server, name);
        }
    }

    private static int insert(Handle handle, long userId) {
        return handle.execute("INSERT INTO graph_count VALUES (?, 0, 0, false)", userId);
    }

    private static int raise(Handle handle, long userId) {
        return handle.execute("UPDATE graph_count SET followers = followers + 1 WHERE user_id = ?", userId);
    }

    private static long count(Database database) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM graph_count")
                .mapTo(Long.class)
                .one());
    }

    private static boolean isUp(Database database) {
        try {
            count(database);
            return true;
        } catch (UnavailableException e) {
            return false;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
