package social.roost.user.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
import social.roost.user.User;
import social.roost.user.UserStore;
import social.roost.user.UserStoreContract;
import social.roost.user.sql.SqlUserStore;

/** The contract with a cache in front of the store, and what the cache adds (SPEC A3). */
@Tag("stack")
class CachedUserStoreTest extends UserStoreContract {
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
    protected UserStore store() {
        return new CachedUserStore(behind(), redis);
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
    void whatWasReadIsReadFromTheCache() {
        store().create(account(1, "alice", "alice@example.org"));
        Map<Long, User> read = store().find(new long[] {1, 2});
        changeBehindTheCache();
        assertThat(store().find(new long[] {1, 2})).isEqualTo(read).containsOnlyKeys(1L);
    }

    @Test
    void aChangeThatAnotherProcessMadeIsSeenAfterItsEvent() {
        store().create(account(1, "alice", "alice@example.org"));
        store().find(new long[] {1});
        changeBehindTheCache();
        new CachedUserStore(behind(), redis).consume(new Event.UserUpdated(1));
        assertThat(bio()).isEqualTo("changed");
    }

    @Test
    void whatIsReadSoonAfterAChangeIsNotKept() {
        store().create(account(1, "alice", "alice@example.org"));
        store().update(1, user -> withBio(user, "new"));
        assertThat(bio()).isEqualTo("new");
        changeBehindTheCache();
        assertThat(bio()).isEqualTo("changed");
    }

    private void changeBehindTheCache() {
        behind().update(1, user -> withBio(user, "changed"));
    }

    private String bio() {
        return Objects.requireNonNull(store().find(new long[] {1}).get(1L)).bio();
    }

    private UserStore behind() {
        return new SqlUserStore(stage.database(), stage.events());
    }
}
