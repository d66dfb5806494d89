package social.roost.graph.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
import social.roost.graph.Fame;
import social.roost.graph.GraphStore;
import social.roost.graph.GraphStoreContract;
import social.roost.graph.sql.SqlGraphStore;

/** The contract with a cache in front of the store, and what the cache adds (SPEC B2). */
@Tag("stack")
class CachedGraphStoreTest extends GraphStoreContract {
    private static final Fame FAME = new Fame(4, 2);

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
    protected GraphStore store(Fame fame) {
        return new CachedGraphStore(behind(fame), redis);
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
        behind(FAME).follow(1, 2, 1);
        assertThat(store().followees(1)).containsExactly(2);
        assertThat(store().followees(5)).isEmpty();
        behind(FAME).follow(1, 3, 1);
        behind(FAME).follow(5, 3, 1);
        assertThat(store().followees(1)).containsExactly(2);
        assertThat(store().followees(5)).isEmpty();
        assertThat(store().followers(3)).containsExactly(1, 5);
    }

    @Test
    void aChangeThatAnotherProcessMadeIsSeenAfterItsEvent() {
        assertThat(store().followees(1)).isEmpty();
        behind(FAME).follow(1, 2, 1);
        new CachedGraphStore(behind(FAME), redis).consume(new Event.Followed(1, 2));
        assertThat(store().followees(1)).containsExactly(2);
        behind(FAME).unfollow(1, 2);
        new CachedGraphStore(behind(FAME), redis).consume(new Event.Unfollowed(1, 2));
        assertThat(store().followees(1)).isEmpty();
    }

    @Test
    void aChangeIsSeenAtOnceWhateverWasReadBefore() {
        assertThat(store().followees(1)).isEmpty();
        store().follow(1, 2, 1);
        assertThat(store().followees(1)).containsExactly(2);
        store().unfollow(1, 2);
        assertThat(store().followees(1)).isEmpty();
        assertThat(store().followees(3)).isEmpty();
        store().followAll(List.of(new GraphStore.Follow(3, 2)), 1);
        assertThat(store().followees(3)).containsExactly(2);
    }

    private GraphStore behind(Fame fame) {
        return new SqlGraphStore(stage.database(), stage.events(), fame);
    }
}
