package social.roost.tweet.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Snowflake;
import social.roost.event.EventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.TweetStore;
import social.roost.tweet.TweetStoreContract;

class SqlTweetStoreTest extends TweetStoreContract {
    private static final long NOON = 1_800_000_000_000L;

    private SqliteStage stage;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected SqlTweetStore store() {
        return new SqlTweetStore(stage.database(), stage.events());
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
    void keysAreForgottenByTheirAge() {
        SqlTweetStore store = store();
        IdempotencyKey key = new IdempotencyKey("key", "hello", 1);
        long first = Snowflake.lowestAt(NOON);
        store.post(tweet(first, 10), key);
        store.forgetKeys(NOON);
        assertThat(store.post(tweet(first + 1, 10), key)).isEqualTo(new TweetStore.Posted.Repeated(first));
        store.forgetKeys(NOON + 1);
        assertThat(store.post(tweet(first + 2, 10), key)).isEqualTo(new TweetStore.Posted.Stored());
    }

    @Test
    void theGreatestIdIsKnownAlsoWhenItWasDeleted() {
        assertThat(store().greatestId()).isZero();
        store().post(tweet(9, 10), null);
        store().post(tweet(5, 10), null);
        store().delete(9, 5);
        assertThat(store().greatestId()).isEqualTo(9);
    }

    @Test
    void withoutItsEventNothingChangesAndTheKeyStaysFree() {
        store().post(tweet(1, 10), null);
        TweetStore broken = new SqlTweetStore(stage.database(), (_, _) -> {
            throw new IllegalStateException("no event");
        });
        IdempotencyKey key = new IdempotencyKey("key", "request", 1);
        assertThatThrownBy(() -> broken.post(tweet(2, 10), key)).hasMessage("no event");
        assertThatThrownBy(() -> broken.delete(1, 5)).hasMessage("no event");
        assertThat(store().newest(new long[] {10}, Long.MAX_VALUE, 10)).containsExactly(1);
        assertThat(store().counts(new long[] {10})).containsEntry(10L, 1L);
        assertThat(store().post(tweet(3, 10), key)).isEqualTo(new TweetStore.Posted.Stored());
    }

    @Test
    void allOldKeysAreForgottenHoweverMany() {
        stage.database().write(handle -> handle.execute("""
                WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 4500)
                INSERT INTO idempotency_key
                SELECT n % 7, 'key ' || n, '', n, CASE WHEN n <= 4000 THEN 1000 ELSE 1001 END FROM number"""));
        store().forgetKeys(1_001);
        assertThat(left()).isEqualTo(500);
    }

    private int left() {
        return stage.database()
                .read(handle -> handle.createQuery("SELECT count(*) FROM idempotency_key")
                        .mapTo(int.class)
                        .one());
    }
}
