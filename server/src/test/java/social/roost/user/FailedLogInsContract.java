package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.base.Together;
import social.roost.user.FailedLogIns.Backoff;

/** The promises of {@link FailedLogIns}. */
@DisplayName("J1: failed attempts")
public abstract class FailedLogInsContract {
    private static final Backoff SLOW = new Backoff(3, Duration.ofMinutes(1), Duration.ofHours(1));
    private static final Backoff QUICK = new Backoff(1, Duration.ofMillis(100), Duration.ofMillis(200));

    private final String key = UUID.randomUUID().toString();

    protected abstract FailedLogIns failures();

    @Test
    void someAreFreeThenThereIsAWaitWhichCostsNothing() {
        failThrice();
        for (int i = 0; i < 5; i++) {
            assertThat(failures().count(key, SLOW)).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        }
    }

    @Test
    void oneMayBeMadeAfterTheWait() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(failures().count(key, QUICK)).isZero();
            Thread.sleep(250);
        }
    }

    @Test
    void areCountedApart() {
        failThrice();
        assertThat(failures().count("other " + key, SLOW)).isZero();
    }

    @Test
    void oneIsTakenBack() {
        failThrice();
        failures().takeBack(key);
        assertThat(failures().count(key, SLOW)).isZero();
        assertThat(failures().count(key, SLOW)).isPositive();
        failures().takeBack("other " + key);
    }

    @Test
    void allAreForgotten() {
        failThrice();
        failures().forget(key);
        failThrice();
        assertThat(failures().count(key, SLOW)).isPositive();
    }

    @Test
    void manyAtOnceGainNothing() throws Exception {
        Callable<Duration> one = () -> failures().count(key, SLOW);
        assertThat(Together.callAll(Collections.nCopies(32, one)))
                .filteredOn(Duration::isZero)
                .hasSize(3);
    }

    private void failThrice() {
        for (int i = 0; i < 3; i++) {
            assertThat(failures().count(key, SLOW)).isZero();
        }
    }
}
