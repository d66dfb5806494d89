package social.roost.mute.redis;

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
import social.roost.mute.MutedWordStore;
import social.roost.mute.MutedWordStoreContract;
import social.roost.mute.sql.SqlMutedWordStore;

/** The contract with a cache in front of the store, and what the cache adds. */
@Tag("stack")
class CachedMutedWordStoreTest extends MutedWordStoreContract {
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
    protected MutedWordStore store() {
        return new CachedMutedWordStore(behind(), redis);
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
    void whatWasReadIsReadFromTheCacheAlsoThatThereIsNone() {
        behind().edit(1, adding(1));
        assertThat(store().words(1)).hasSize(1);
        assertThat(store().words(2)).isEmpty();
        behind().edit(1, adding(2));
        behind().edit(2, adding(3));
        assertThat(store().words(1)).hasSize(1);
        assertThat(store().words(2)).isEmpty();
    }

    @Test
    void aChangeThatAnotherProcessMadeIsSeenAfterItsEvent() {
        assertThat(store().words(1)).isEmpty();
        behind().edit(1, adding(1));
        new CachedMutedWordStore(behind(), redis).consume((Event) new Event.MutedWordsChanged(1));
        assertThat(store().words(1)).hasSize(1);
    }

    @Test
    void aChangeIsSeenAtOnceWhateverWasReadBefore() {
        assertThat(store().words(1)).isEmpty();
        store().edit(1, adding(1));
        assertThat(store().words(1)).hasSize(1);
        store().edit(1, before -> List.of());
        assertThat(store().words(1)).isEmpty();
    }

    private MutedWordStore behind() {
        return new SqlMutedWordStore(stage.database(), stage.events());
    }
}
