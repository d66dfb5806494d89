package social.roost.live;

import java.time.Duration;
import social.roost.base.config.Setting;

/** Bounds of streams. */
public record LiveSettings(
        @Setting(value = "100000", help = "Open streams of one process; more are turned away.")
        int maximumStreams,

        @Setting(value = "20", help = "Open streams of one user in one process; more are turned away.")
        int maximumPerUser,

        @Setting(value = "200", help = "How many tweets are sent after the fact; who missed more is told to read them.")
        int maximumMissed,

        @Setting(value = "25s", help = "How often an open stream shows that it still is.")
        Duration ping,

        @Setting(value = "30s", help = "A client that takes nothing in for so long is cut off.")
        Duration patience,

        @Setting(value = "30s", help = "When a process ends without a word, its users stay live for so long.")
        Duration lease) {

    public LiveSettings {
        if (maximumStreams < 1 || maximumPerUser < 1) {
            throw new IllegalArgumentException("maximum-streams and maximum-per-user are 1 or more");
        }
        if (maximumMissed < 0) {
            throw new IllegalArgumentException("maximum-missed is " + maximumMissed + ", expected 0 or more");
        }
        if (ping.toMillis() < 1 || patience.toMillis() < 1 || lease.toMillis() < 1) {
            throw new IllegalArgumentException("ping, patience and lease are 1ms or more");
        }
    }
}
