package social.roost.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import social.roost.driver.sql.Database;
import social.roost.notification.NotificationType;
import social.roost.push.sql.SqlPushStore;
import social.roost.user.Session;
import social.roost.user.TokenHash;
import social.roost.user.sql.SqlSessionStore;

/** What {@link PushStore} promises. */
public abstract class PushStoreContract {
    private static final PushKeys KEYS = new PushKeys(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");
    private static final long NOW = 1_000;
    private static final long ALICE = 1;
    private static final long BOB = 2;

    protected abstract Database database();

    /** Kills the database and opens it again. */
    protected abstract void crash() throws Exception;

    private PushStore store() {
        return new SqlPushStore(database());
    }

    private SqlSessionStore sessions() {
        return new SqlSessionStore(database(), (_, _) -> {});
    }

    @Test
    void aSubscriptionIsFoundByItsUserAndId() throws Exception {
        session(ALICE, 11, 5_000);
        session(BOB, 21, 5_000);
        store().subscribe(subscription(1, ALICE, 11, "https://push.example/a"));
        store().subscribe(subscription(2, BOB, 21, "https://push.example/b"));
        crash();
        assertThat(store().find(new long[] {ALICE, BOB, 3}, NOW)).containsOnlyKeys(ALICE, BOB);
        PushSubscription found = Objects.requireNonNull(
                        store().find(new long[] {ALICE}, NOW).get(ALICE))
                .getFirst();
        assertThat(found).isEqualTo(subscription(1, ALICE, 11, "https://push.example/a"));
        assertThat(store().find(1, NOW)).isEqualTo(found);
        assertThat(store().find(3, NOW)).isNull();
    }

    @Test
    void aSessionHasOneSubscriptionAndSoHasAnEndpoint() {
        session(ALICE, 11, 5_000);
        session(ALICE, 12, 5_000);
        session(BOB, 21, 5_000);
        store().subscribe(subscription(1, ALICE, 11, "https://push.example/a"));
        store().subscribe(subscription(2, ALICE, 11, "https://push.example/b"));
        store().subscribe(subscription(3, ALICE, 12, "https://push.example/c"));
        assertThat(ids(ALICE)).containsExactly(3L, 2L);
        store().subscribe(subscription(4, BOB, 21, "https://push.example/c"));
        assertThat(ids(ALICE)).containsExactly(2L);
        assertThat(ids(BOB)).containsExactly(4L);
    }

    @Test
    void itEndsWithItsSession() {
        session(ALICE, 11, 2_000);
        session(ALICE, 12, 5_000);
        store().subscribe(subscription(1, ALICE, 11, "https://push.example/a"));
        store().subscribe(subscription(2, ALICE, 12, "https://push.example/b"));
        store().removeEnded(NOW);
        assertThat(ids(ALICE)).containsExactly(2L, 1L);
        assertThat(store().find(1, 2_000)).isNull();
        var _ = sessions().delete(ALICE, 12);
        assertThat(store().find(2, NOW)).isNull();
        assertThat(ids(ALICE)).containsExactly(1L);
        store().removeEnded(2_000);
        assertThat(rows()).isZero();
    }

    @Test
    void onlyItsUserEndsIt() {
        session(ALICE, 11, 5_000);
        store().subscribe(subscription(1, ALICE, 11, "https://push.example/a"));
        assertThat(store().end(BOB, 1)).isFalse();
        assertThat(store().end(ALICE, 1)).isTrue();
        assertThat(store().end(ALICE, 1)).isFalse();
        assertThat(ids(ALICE)).isEmpty();
    }

    @Test
    void preferencesAreKept() throws Exception {
        assertThat(store().preferences(ALICE)).isEqualTo(PushPreferences.DEFAULT);
        PushPreferences chosen = new PushPreferences(
                Set.of(NotificationType.LIKE, NotificationType.POLL_ENDED),
                false,
                true,
                new QuietHours(LocalTime.of(22, 30), LocalTime.of(6, 5), ZoneId.of("Asia/Tokyo")));
        store().editPreferences(ALICE, _ -> chosen);
        crash();
        assertThat(store().preferences(ALICE)).isEqualTo(chosen);
        store().editPreferences(
                        ALICE,
                        before -> new PushPreferences(
                                EnumSet.noneOf(NotificationType.class), before.messages(), before.messageText(), null));
        assertThat(store().preferences(ALICE)).isEqualTo(new PushPreferences(Set.of(), false, true, null));
        assertThat(store().preferences(BOB)).isEqualTo(PushPreferences.DEFAULT);
    }

    private List<Long> ids(long userId) {
        return store().find(new long[] {userId}, NOW).getOrDefault(userId, List.of()).stream()
                .map(PushSubscription::id)
                .toList();
    }

    private int rows() {
        return database()
                .read(handle -> handle.createQuery("SELECT count(*) FROM push_subscription")
                        .mapTo(int.class)
                        .one());
    }

    private void session(long userId, long id, long expiresAt) {
        var _ = sessions().create(new Session(id, userId, "test", 0, expiresAt), TokenHash.of("token " + id));
    }

    private static PushSubscription subscription(long id, long userId, long sessionId, String endpoint) {
        return new PushSubscription(id, userId, sessionId, endpoint, KEYS, 7);
    }
}
