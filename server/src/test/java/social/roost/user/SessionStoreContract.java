package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.event.Event.SessionEnded;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;

/** What every {@link SessionStore} promises, a test for each promise (SPEC A1). */
@Timeout(240)
public abstract class SessionStoreContract {
    private static final long NEVER = Long.MAX_VALUE;

    /** The store of this test, empty at first. */
    protected abstract SessionStore store();

    /** The log that receives the store's events. */
    protected abstract EventLog events();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aSessionIsFoundByTheHashOfItsTokenAndByNoOther() {
        Session session = create(1, 10, NEVER);
        create(2, 10, NEVER);
        assertThat(store().find(hash(1))).contains(session);
        assertThat(store().find(hash(3))).isEmpty();
    }

    @Test
    void aUsersSessionsAreListedNewestFirst() {
        Session second = create(2, 10, NEVER);
        Session first = create(1, 10, NEVER);
        Session third = create(3, 10, NEVER);
        create(4, 11, NEVER);
        assertThat(store().list(10, 0)).containsExactly(third, second, first);
        assertThat(store().list(12, 0)).isEmpty();
    }

    @Test
    void aSessionIsListedUntilItExpires() {
        Session session = create(1, 10, 1_000);
        assertThat(store().list(10, 999)).containsExactly(session);
        assertThat(store().list(10, 1_000)).isEmpty();
    }

    @Test
    void aDeletedSessionIsFoundNoMore() {
        create(1, 10, NEVER);
        Session other = create(2, 10, NEVER);
        assertThat(store().delete(10, 1)).contains(hash(1));
        assertThat(store().find(hash(1))).isEmpty();
        assertThat(store().list(10, 0)).containsExactly(other);
        assertThat(store().delete(10, 1)).isEmpty();
    }

    @Test
    void theEndOfASessionIsToldOnceAndOnlyWhenSomeoneEndedIt() {
        create(1, 10, NEVER);
        create(2, 10, 1_000);
        HeardEvents heard = new HeardEvents(events());
        store().deleteExpired(1_000);
        store().delete(10, 2);
        store().delete(11, 1);
        assertThat(heard.all()).isEmpty();
        store().delete(10, 1);
        store().delete(10, 1);
        assertThat(heard.all()).containsExactly(new SessionEnded(10, 1, hash(1).hex()));
    }

    /** SECURITY 9. */
    @Test
    void allSessionsOfAUserButOneAreDeletedAlsoThoseThatHaveExpired() {
        createAll(1, SessionStore.MAXIMUM_OF_A_USER - 1);
        Session kept = create(20_000, 10, NEVER);
        Session stranger = create(20_001, 11, NEVER);
        HeardEvents heard = new HeardEvents(events());

        List<TokenHash> deleted = store().deleteAll(10, kept.id());

        assertThat(deleted)
                .hasSize(SessionStore.MAXIMUM_OF_A_USER - 1)
                .hasSameSizeAs(heard.all())
                .contains(hash(1), hash(99));
        assertThat(deleted).allSatisfy(hash -> assertThat(store().find(hash)).isEmpty());
        assertThat(store().list(10, 0)).containsExactly(kept);
        assertThat(store().find(hash(20_001))).contains(stranger);
        assertThat(store().deleteAll(10, 0)).containsExactly(hash(20_000));
        assertThat(store().deleteAll(10, 0)).isEmpty();
    }

    private void createAll(long firstId, int count) {
        for (int i = 0; i < count; i++) {
            create(firstId + i, 10, i % 2 == 0 ? NEVER : 1);
        }
    }

    /** SECURITY 9, Q-3. */
    @Test
    void theOldestSessionEndsWhereAUserHasTooMany() {
        createAll(1, SessionStore.MAXIMUM_OF_A_USER);
        create(1_000, 11, NEVER);
        assertThat(store().find(hash(1))).isPresent();
        HeardEvents heard = new HeardEvents(events());

        Session session = new Session(500, 10, "", 500, NEVER);
        assertThat(store().create(session, hash(500))).containsExactly(hash(1));

        assertThat(heard.all()).containsExactly(new SessionEnded(10, 1, hash(1).hex()));
        assertThat(store().find(hash(1))).isEmpty();
        assertThat(store().find(hash(2))).isPresent();
        assertThat(store().find(hash(500))).contains(session);
        assertThat(store().find(hash(1_000))).isPresent();
    }

    @Test
    void nobodyDeletesTheSessionOfSomeoneElse() {
        Session session = create(1, 10, NEVER);
        assertThat(store().delete(11, 1)).isEmpty();
        assertThat(store().find(hash(1))).contains(session);
    }

    @Test
    void theLatestUseOfEachSessionIsRecorded() {
        create(1, 10, NEVER);
        create(2, 10, NEVER);
        create(3, 11, NEVER);
        assertThat(store().lastUses(10)).isEmpty();
        store().recordUses(Map.of(hash(1), 500L, hash(3), 600L, hash(99), 700L));
        store().recordUses(Map.of(hash(1), 400L, hash(3), 800L));
        store().recordUses(Map.of());
        assertThat(store().lastUses(10)).isEqualTo(Map.of(1L, 500L));
        assertThat(store().lastUses(11)).isEqualTo(Map.of(3L, 800L));
        assertThat(store().find(hash(99))).isEmpty();
    }

    @Test
    void usesAreRecordedHoweverMany() {
        create(7, 10, NEVER);
        Map<TokenHash, Long> uses = new HashMap<>(Map.of(hash(7), 500L));
        for (long id = 1_000; id < 2_500; id++) {
            uses.put(hash(id), id);
        }
        store().recordUses(uses);
        assertThat(store().lastUses(10)).isEqualTo(Map.of(7L, 500L));
    }

    @Test
    void whatHasExpiredIsRemovedAndNothingElse() {
        create(1, 10, 1_000);
        create(2, 11, 1_001);
        create(3, 10, 2_000);
        store().deleteExpired(1_001);
        assertThat(store().find(hash(1))).isEmpty();
        assertThat(store().find(hash(2))).isEmpty();
        assertThat(store().find(hash(3))).isPresent();
    }

    @Test
    void whatReturnedIsThereAfterACrash() throws Exception {
        create(1, 10, NEVER);
        Session kept = create(2, 10, NEVER);
        store().delete(10, 1);
        crash();
        assertThat(store().find(hash(1))).isEmpty();
        assertThat(store().find(hash(2))).contains(kept);
    }

    private Session create(long id, long userId, long expiresAt) {
        Session session = new Session(id, userId, "curl/8 “é”", id, expiresAt);
        List<TokenHash> _ = store().create(session, hash(id));
        return session;
    }

    private static TokenHash hash(long id) {
        return TokenHash.of("token " + id);
    }
}
