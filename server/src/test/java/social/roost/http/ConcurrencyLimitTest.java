package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("J2: the limit of concurrent requests")
class ConcurrencyLimitTest {
    private static final long SHORT = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(40);

    private final ConcurrencyLimit limit = ConcurrencyLimit.ofReads(10_000);
    private long now = System.nanoTime();

    @Test
    void fallsWhileEveryoneWaitsLongButNotBelowWhatADiskNeeds() {
        int before = limit.limit();
        pass(1, LONG, before);
        assertThat(limit.limit()).isLessThan(before);
        assertThat(limit.isPressed(now)).isTrue();
        pass(50, LONG, limit.limit());
        assertThat(limit.limit()).isEqualTo(256);
    }

    @Test
    void isNotLoweredByAFewThatWaitLong() {
        int before = limit.limit();
        limit.began(SHORT, 1, now);
        pass(1, LONG, 1);
        assertThat(limit.limit()).isEqualTo(before);
        assertThat(limit.isPressed(now)).isFalse();
    }

    @Test
    void isNotLoweredWhereFewAreInProgress() {
        int before = limit.limit();
        pass(10, LONG, 30);
        assertThat(limit.limit()).isEqualTo(before);
        assertThat(limit.isPressed(now)).isFalse();
    }

    @Test
    void growsOnlyAsFarAsItIsMadeUseOf() {
        int before = limit.limit();
        pass(10, SHORT, before / 3);
        assertThat(limit.limit()).isEqualTo(before);
        pass(1, SHORT, before);
        assertThat(limit.limit()).isGreaterThan(before);
        pass(100, SHORT, 10_000);
        assertThat(limit.limit()).isEqualTo(10_000);
    }

    @Test
    void ofWritesFallsAlsoWhileNotOneIsAnsweredSoon() {
        ConcurrencyLimit writes = ConcurrencyLimit.ofWrites(10_000);
        int before = writes.limit();
        writes.ended(TimeUnit.MILLISECONDS.toNanos(80));
        writes.began(SHORT, before, now += TimeUnit.SECONDS.toNanos(1));
        assertThat(writes.limit()).isLessThan(before);
        int lowered = writes.limit();
        writes.ended(TimeUnit.MILLISECONDS.toNanos(80));
        writes.ended(TimeUnit.MILLISECONDS.toNanos(5));
        writes.began(SHORT, lowered, now += TimeUnit.SECONDS.toNanos(1));
        assertThat(writes.limit()).isGreaterThan(lowered);
    }

    @Test
    void isBackSoonAfterTheLoadHasGone() {
        pass(50, LONG, 256);
        pass(30, SHORT, 500);
        assertThat(limit.limit()).as("after three seconds").isGreaterThan(512);
    }

    @Test
    void nobodyIsPressedWhenNothingWasAskedForAWhile() {
        pass(1, LONG, 100);
        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(limit.isPressed(now)).isFalse();
    }

    @Test
    void isNeverMoreThanTheSettingsAllow() {
        assertThat(ConcurrencyLimit.ofReads(3).limit()).isEqualTo(3);
    }

    /** Windows of a tenth of a second, with one request each. */
    private void pass(int windows, long wait, int inProgress) {
        for (int i = 0; i < windows; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(101);
            limit.began(wait, inProgress, now);
        }
    }
}
