package social.roost.user.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisStage;
import social.roost.driver.redis.Seal;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.user.Session;
import social.roost.user.SessionStore;
import social.roost.user.SessionStoreContract;
import social.roost.user.TokenHash;
import social.roost.user.sql.SqlSessionStore;

/** The contract with a cache in front of the store, and what the cache adds (SPEC A1). */
@Tag("stack")
class CachedSessionStoreTest extends SessionStoreContract {
    private static final TokenHash HASH = TokenHash.of("token");
    private static final Seal SEAL = new Seal(new byte[] {1, 2, 3});

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
    protected SessionStore store() {
        return new CachedSessionStore(behind(), redis, SEAL, InstantSource.system());
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
    void aNewSessionIsReadFromTheCache() {
        Session session = create(Duration.ofDays(30));
        behind().delete(10, 1);
        assertThat(store().find(HASH)).contains(session);
        assertThat(left())
                .isBetween(Duration.ofHours(23).toMillis(), Duration.ofDays(1).toMillis());
    }

    @Test
    void aSessionIsNotKeptBeyondItsExpiry() {
        create(Duration.ofMinutes(1));
        assertThat(left()).isBetween(50_000L, 60_000L);
    }

    @Test
    void aSessionEndedByAnotherProcessIsFoundNoMoreAfterItsEvent() {
        create(Duration.ofDays(30));
        behind().delete(10, 1);
        new CachedSessionStore(behind(), redis, SEAL, InstantSource.system())
                .consume(new Event.SessionEnded(10, 1, HASH.hex()));
        assertThat(store().find(HASH)).isEmpty();
    }

    /** SECURITY 15: write access to Redis is not enough to act as another user. */
    @Test
    void aForgedSessionIsNotBelievedAndReplaced() {
        TokenHash forged = TokenHash.of("forged");
        String key = redis.key("session.2", forged.hex());
        long expiry = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
        String plain = new String(
                ByteBuffer.allocate(32)
                        .putLong(2)
                        .putLong(10)
                        .putLong(0)
                        .putLong(expiry)
                        .array(),
                StandardCharsets.ISO_8859_1);
        servers.commands().set(key, plain);
        assertThat(store().find(forged)).as("without a seal").isEmpty();
        servers.commands().set(key, "x".repeat(32) + plain);
        assertThat(store().find(forged)).as("with a made-up seal").isEmpty();
        Session real = create(Duration.ofDays(30));
        servers.commands().set(key, servers.commands().get(redis.key("session.2", HASH.hex())));
        assertThat(store().find(forged))
                .as("the sealed session of another token")
                .isEmpty();
        assertThat(servers.commands().get(key)).as("healed").isEqualTo("!");

        servers.commands().set(redis.key("session.2", HASH.hex()), plain);
        assertThat(store().find(HASH)).as("what was overwritten").contains(real);
    }

    private Session create(Duration lifetime) {
        long now = System.currentTimeMillis();
        Session session = new Session(1, 10, "curl/8", now, now + lifetime.toMillis());
        var _ = store().create(session, HASH);
        return session;
    }

    private long left() {
        return servers.commands().pttl(redis.key("session.2", HASH.hex()));
    }

    private SessionStore behind() {
        return new SqlSessionStore(stage.database(), stage.events());
    }
}
