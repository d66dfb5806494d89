package social.roost.list.redis;

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
import social.roost.list.ListStore;
import social.roost.list.ListStoreContract;
import social.roost.list.UserList;
import social.roost.list.UserList.Replies;
import social.roost.list.sql.SqlListStore;

/** The contract with a cache in front of the store, and what the cache adds. */
@Tag("stack")
class CachedListStoreTest extends ListStoreContract {
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
    protected ListStore store() {
        return new CachedListStore(behind(), redis);
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
    void whoIsExcludedIsReadFromTheCacheAlsoThatThereIsNobody() {
        behind().create(exclusive());
        behind().add(1, 10, 7, 1);
        assertThat(store().excluded(1)).containsExactly(7);
        assertThat(store().excluded(2)).isEmpty();
        behind().add(1, 10, 8, 1);
        assertThat(store().excluded(1)).containsExactly(7);
    }

    @Test
    void aChangeThatAnotherProcessMadeIsSeenAfterItsEvent() {
        behind().create(exclusive());
        assertThat(store().excluded(1)).isEmpty();
        behind().add(1, 10, 7, 1);
        consume(new Event.ListMembersChanged(1, 10));
        assertThat(store().excluded(1)).containsExactly(7);
        behind().delete(1, 10);
        consume(new Event.ListChanged(1, 10));
        assertThat(store().excluded(1)).isEmpty();
    }

    private void consume(Event event) {
        new CachedListStore(behind(), redis).consume(event);
    }

    private ListStore behind() {
        return new SqlListStore(stage.database(), stage.events());
    }

    private static UserList exclusive() {
        return new UserList(10, 1, "apart", true, true, false, Replies.MEMBERS, 0);
    }
}
