package social.roost.graph.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisStage;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.BlockStore;
import social.roost.graph.BlockStoreContract;
import social.roost.graph.sql.SqlBlockStore;

/** The contract with a cache in front of the store, and what the cache adds (SPEC B4). */
@Tag("stack")
class CachedBlockStoreTest extends BlockStoreContract {
    private final RedisStage servers = new RedisStage();
    private final Redis redis = servers.open();
    private SqliteStage stage;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
    }

    @AfterEach
    void close() {
        servers.close();
        stage.close();
    }

    @Override
    protected BlockStore store() {
        return new CachedBlockStore(behind(), redis);
    }

    @Override
    protected EventLog events() {
        return stage.events();
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }

    @Test
    void whatWasReadIsReadFromTheCacheAlsoThatThereIsNobody() {
        behind().block(1, 2, 1);
        behind().block(3, 1, 1);
        behind().mute(1, 4, 1, 500);
        assertThat(store().screen(1).size()).isEqualTo(3);
        assertThat(store().screen(5).size()).isZero();
        behind().block(1, 6, 1);
        behind().block(5, 6, 1);
        assertThat(store().screen(1).blocked()).containsExactly(2);
        assertThat(store().screen(1).blockedBy()).containsExactly(3);
        assertThat(store().screen(1).muted()).containsExactly(4);
        assertThat(store().screen(1).mutedUntil()).containsExactly(500);
        assertThat(store().screen(5).size()).isZero();
        assertThat(store().eitherBlocks(5, 6)).isTrue();
    }

    @Test
    void aChangeThatAnotherProcessMadeIsSeenByBothAfterItsEvent() {
        assertThat(store().screen(1).size() + store().screen(2).size()).isZero();
        behind().block(1, 2, 1);
        consume(new Event.Blocked(1, 2));
        assertThat(store().screen(1).blocked()).containsExactly(2);
        assertThat(store().screen(2).blockedBy()).containsExactly(1);
        behind().unblock(1, 2);
        consume(new Event.Unblocked(1, 2));
        assertThat(store().screen(1).size() + store().screen(2).size()).isZero();
        behind().mute(1, 2, 1, 500);
        consume(new Event.Muted(1, 2));
        assertThat(store().screen(1).muted()).containsExactly(2);
        behind().unmute(1, 2);
        consume(new Event.Unmuted(1, 2));
        assertThat(store().screen(1).size()).isZero();
    }

    @Test
    void aChangeIsSeenAtOnceByBothWhateverWasReadBefore() {
        assertThat(store().screen(1).size() + store().screen(2).size()).isZero();
        store().block(1, 2, 1);
        assertThat(store().screen(1).blocked()).containsExactly(2);
        assertThat(store().screen(2).blockedBy()).containsExactly(1);
        store().unblock(1, 2);
        assertThat(store().screen(1).size() + store().screen(2).size()).isZero();
        store().mute(1, 2, 1, 500);
        assertThat(store().screen(1).muted()).containsExactly(2);
        store().unmute(1, 2);
        assertThat(store().screen(1).size()).isZero();
    }

    @Test
    void whatIsTooLargeForTheCacheIsReadFromTheStore() {
        stage.database().write(handle -> handle.execute("""
                WITH RECURSIVE number(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM number WHERE n < 40000)
                INSERT INTO block SELECT n, 1, 0 FROM number"""));
        assertThat(store().screen(1).blockedBy()).hasSize(39_999);
        behind().unblock(2, 1);
        assertThat(store().screen(1).blockedBy()).hasSize(39_998);
    }

    private void consume(Event event) {
        new CachedBlockStore(behind(), redis).consume(event);
    }

    private BlockStore behind() {
        return new SqlBlockStore(stage.database(), stage.events());
    }
}
