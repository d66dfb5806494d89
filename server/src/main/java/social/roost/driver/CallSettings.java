package social.roost.driver;

import java.time.Duration;
import social.roost.base.config.Setting;

/** How every store and every role is called, in this one place. */
public record CallSettings(
        @Setting(value = "2s", help = "How long one attempt may take.")
        Duration deadline,

        @Setting(value = "3", help = "How often a call that may be repeated is tried in all.")
        int attempts,

        @Setting(value = "50ms", help = "Pause before the second attempt; each further one is about twice as long.")
        Duration pause,

        @Setting(value = "256", help = "Calls in progress to one store at a time; more wait, and then fail.")
        int concurrency,

        @Setting(value = "1s", help = "How long a call waits for its turn.")
        Duration patience,

        @Setting(value = "50", help = "Percent of recent calls that must fail for a store to count as down.")
        int failures,

        @Setting(value = "2s", help = "How long a store that is down is left alone before it is tried again.")
        Duration rest) {

    public CallSettings {
        if (attempts < 1 || concurrency < 1) {
            throw new IllegalArgumentException("attempts and concurrency are 1 or more");
        }
        if (failures < 1 || failures > 100) {
            throw new IllegalArgumentException("failures is " + failures + ", expected 1 to 100");
        }
        if (deadline.isNegative() || deadline.isZero() || pause.toMillis() < 1) {
            throw new IllegalArgumentException("deadline and pause are 1ms or more");
        }
    }
}
