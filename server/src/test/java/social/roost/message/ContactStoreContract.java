package social.roost.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Together;
import social.roost.message.MessagePreferences.From;

/** What every {@link ContactStore} promises, a test for each promise. */
@DisplayName("A store of who may write to whom (H1)")
@Timeout(240)
public abstract class ContactStoreContract {
    private static final long ALICE = 10;
    private static final long BOB = 11;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** Now, because an entry may be gone a day later. */
    private final long noon = System.currentTimeMillis();

    private MessageStage stage;

    /** Stores without rows. */
    protected abstract MessageStage open(Path folder);

    @BeforeEach
    void begin(@TempDir Path folder) {
        stage = open(folder);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private ContactStore store() {
        return stage.process().contacts();
    }

    private ContactStore other() {
        return stage.other().contacts();
    }

    @Test
    void preferencesAreTheDefaultsAtFirst() {
        assertThat(store().preferences(ALICE)).isEqualTo(MessagePreferences.DEFAULT);
        assertThat(store().preferences(new long[0])).isEmpty();
    }

    @Test
    void preferencesOfManyAreReadTogether() {
        MessagePreferences chosen = new MessagePreferences(From.NOBODY, false);
        store().editPreferences(BOB, _ -> chosen);
        assertThat(store().preferences(new long[] {ALICE, BOB}))
                .isEqualTo(Map.of(ALICE, MessagePreferences.DEFAULT, BOB, chosen));
    }

    @Test
    void preferencesAreKept() throws Exception {
        for (From from : From.values()) {
            for (boolean receipts : new boolean[] {true, false}) {
                MessagePreferences chosen = new MessagePreferences(from, receipts);
                store().editPreferences(ALICE, _ -> chosen);
                store().editPreferences(ALICE, _ -> chosen);
                assertThat(other().preferences(ALICE)).isEqualTo(chosen);
            }
        }
        assertThat(store().preferences(BOB)).isEqualTo(MessagePreferences.DEFAULT);
        stage.crash();
        assertThat(store().preferences(ALICE)).isEqualTo(new MessagePreferences(From.NOBODY, false));
    }

    @Test
    void theLastChoiceIsValidWhicheverProcessStoredIt() {
        for (int i = 0; i < 5; i++) {
            store().editPreferences(ALICE, _ -> new MessagePreferences(From.NOBODY, true));
            other().editPreferences(ALICE, _ -> new MessagePreferences(From.EVERYONE, false));
            assertThat(store().preferences(ALICE)).isEqualTo(new MessagePreferences(From.EVERYONE, false));
            store().editPreferences(ALICE, _ -> MessagePreferences.DEFAULT);
            assertThat(other().preferences(ALICE)).isEqualTo(MessagePreferences.DEFAULT);
        }
    }

    @Test
    void concurrentEditsOfDifferentPreferencesBothCount() throws Exception {
        for (int i = 0; i < 5; i++) {
            store().editPreferences(ALICE, _ -> MessagePreferences.DEFAULT);
            Together.call(2, thread -> {
                if (thread == 0) {
                    store().editPreferences(ALICE, now -> new MessagePreferences(From.NOBODY, now.readReceipts()));
                } else {
                    other().editPreferences(ALICE, now -> new MessagePreferences(now.from(), false));
                }
                return true;
            });
            assertThat(store().preferences(ALICE)).isEqualTo(new MessagePreferences(From.NOBODY, false));
        }
    }

    @Test
    void strangersAreCountedSinceATime() throws Exception {
        assertThat(store().requests(ALICE, noon - 23 * HOUR)).isZero();
        store().addRequest(ALICE, 1, noon - 20 * HOUR);
        store().addRequest(ALICE, 2, noon - 10 * HOUR);
        other().addRequest(ALICE, 3, noon);
        store().addRequest(BOB, 1, noon);
        stage.crash();
        assertThat(store().requests(ALICE, noon - 23 * HOUR)).isEqualTo(3);
        assertThat(store().requests(ALICE, noon - 20 * HOUR)).isEqualTo(3);
        assertThat(store().requests(ALICE, noon - 20 * HOUR + 1)).isEqualTo(2);
        assertThat(other().requests(ALICE, noon)).isEqualTo(1);
        assertThat(store().requests(ALICE, noon + 1)).isZero();
    }

    @Test
    void aStrangerCountsOnce() throws Exception {
        store().addRequest(ALICE, 1, noon);
        store().addRequest(ALICE, 1, noon);
        other().addRequest(ALICE, 1, noon - 3_000);
        assertThat(store().requests(ALICE, noon)).isEqualTo(1);
        store().addRequest(ALICE, 1, noon + 1);
        assertThat(store().requests(ALICE, noon + 1)).isEqualTo(1);
        Together.call(8, thread -> {
            store().addRequest(BOB, thread % 4, noon);
            return true;
        });
        assertThat(store().requests(BOB, noon)).isEqualTo(4);
    }
}
