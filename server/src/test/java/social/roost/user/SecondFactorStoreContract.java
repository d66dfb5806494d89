package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.roost.user.SecondFactorStore.SecondFactor;

/** What {@link SecondFactorStore} promises. */
public abstract class SecondFactorStoreContract {
    private static final int THREADS = 8;
    private static final List<TokenHash> CODES =
            Stream.of("a", "b", "c").map(TokenHash::of).toList();

    protected abstract SecondFactorStore store();

    /** Kills the process, or reopens the store if it is in another one. */
    protected abstract void crash() throws Exception;

    @Test
    void aSecretIsProposedReplacedAndEnabledOnce() {
        assertThat(store().find(10)).isEmpty();
        assertThat(store().propose(10, "ONE")).isTrue();
        assertThat(store().propose(10, "TWO")).isTrue();
        assertThat(store().find(10)).contains(new SecondFactor("TWO", 0, 0));
        assertThat(store().enable(10, "ONE", 5, 1_000, CODES)).isFalse();
        assertThat(store().enable(10, "TWO", 5, 1_000, CODES)).isTrue();
        assertThat(store().find(10)).contains(new SecondFactor("TWO", 1_000, 3));
        assertThat(store().enable(10, "TWO", 6, 2_000, List.of())).isFalse();
        assertThat(store().propose(10, "THREE")).isFalse();
        assertThat(store().find(10)).contains(new SecondFactor("TWO", 1_000, 3));
        assertThat(store().find(11)).isEmpty();
    }

    @Test
    void aStepIsUsedOnceAndNeverOneBeforeIt() {
        boolean _ = store().propose(10, "ONE");
        assertThat(store().useStep(10, "ONE", 7)).isFalse();
        boolean _ = store().enable(10, "ONE", 5, 1_000, CODES);
        assertThat(store().useStep(10, "ONE", 5)).isFalse();
        assertThat(store().useStep(10, "TWO", 6)).isFalse();
        assertThat(store().useStep(11, "ONE", 6)).isFalse();
        assertThat(store().useStep(10, "ONE", 7)).isTrue();
        assertThat(store().useStep(10, "ONE", 7)).isFalse();
        assertThat(store().useStep(10, "ONE", 6)).isFalse();
        assertThat(store().useStep(10, "ONE", 8)).isTrue();
    }

    @Test
    void aRecoveryCodeIsUsedOnceByItsUser() {
        enable(10);
        assertThat(store().useRecoveryCode(11, CODES.getFirst())).isFalse();
        assertThat(store().useRecoveryCode(10, TokenHash.of("x"))).isFalse();
        assertThat(store().useRecoveryCode(10, CODES.getFirst())).isTrue();
        assertThat(store().useRecoveryCode(10, CODES.getFirst())).isFalse();
        assertThat(store().find(10).orElseThrow().recoveryCodes()).isEqualTo(2);
    }

    @Test
    void newRecoveryCodesReplaceAllOthers() {
        enable(10);
        TokenHash fresh = TokenHash.of("d");
        assertThat(store().replaceRecoveryCodes(10, List.of(fresh))).isTrue();
        assertThat(store().useRecoveryCode(10, CODES.getFirst())).isFalse();
        assertThat(store().useRecoveryCode(10, fresh)).isTrue();
        boolean _ = store().propose(11, "ONE");
        assertThat(store().replaceRecoveryCodes(11, List.of(fresh))).isFalse();
        assertThat(store().replaceRecoveryCodes(12, List.of(fresh))).isFalse();
        assertThat(store().useRecoveryCode(12, fresh)).isFalse();
    }

    @Test
    void nothingIsLeftOfWhatIsRemoved() {
        enable(10);
        enable(11);
        assertThat(store().remove(10)).isTrue();
        assertThat(store().remove(10)).isFalse();
        assertThat(store().find(10)).isEmpty();
        assertThat(store().useRecoveryCode(10, CODES.getFirst())).isFalse();
        assertThat(store().find(11)).contains(new SecondFactor("ONE", 1_000, 3));
    }

    @Test
    void ofConcurrentUsesOneSucceeds() throws Exception {
        enable(10);
        for (long step = 10; step < 20; step++) {
            long now = step;
            assertThat(successes(() -> store().useStep(10, "ONE", now))).isEqualTo(1);
        }
        for (TokenHash code : CODES) {
            assertThat(successes(() -> store().useRecoveryCode(10, code))).isEqualTo(1);
        }
    }

    @Test
    void concurrentReplacementsLeaveTheCodesOfOne() throws Exception {
        enable(10);
        assertThat(successes(() -> store().replaceRecoveryCodes(
                                10,
                                Stream.generate(() ->
                                                TokenHash.of(UUID.randomUUID().toString()))
                                        .limit(10)
                                        .toList())))
                .isEqualTo(THREADS);
        assertThat(store().find(10).orElseThrow().recoveryCodes()).isEqualTo(10);
    }

    @Test
    void whatReturnedIsThereAfterACrash() throws Exception {
        enable(10);
        boolean _ = store().useStep(10, "ONE", 9);
        boolean _ = store().useRecoveryCode(10, CODES.getFirst());
        crash();
        assertThat(store().useStep(10, "ONE", 9)).isFalse();
        assertThat(store().useRecoveryCode(10, CODES.getFirst())).isFalse();
        assertThat(store().find(10)).contains(new SecondFactor("ONE", 1_000, 2));
    }

    private void enable(long userId) {
        assertThat(store().propose(userId, "ONE")).isTrue();
        assertThat(store().enable(userId, "ONE", 5, 1_000, CODES)).isTrue();
    }

    private static long successes(Callable<Boolean> use) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            long done = 0;
            for (var result : threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(_ -> use).toList())) {
                done += result.get() ? 1 : 0;
            }
            return done;
        }
    }
}
