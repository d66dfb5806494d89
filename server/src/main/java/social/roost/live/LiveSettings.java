package social.roost.live;

import java.time.Duration;
import social.roost.base.config.Setting;

/** Limits of streams. */
public record LiveSettings(
        @Setting(value = "100000", help = "Maximum number of open streams in one process; more are rejected.")
        int maximumStreams,

        @Setting(value = "20", help = "Maximum number of open streams of one user in one process; more are rejected.")
        int maximumPerUser,

        @Setting(
                value = "200",
                help = "Maximum number of missed tweets to send after a reconnect; if more are missing, the"
                        + " client gets a gap event.")
        int maximumMissed,

        @Setting(value = "25s", help = "Interval of pings on open streams.")
        Duration ping,

        @Setting(value = "30s", help = "A client that reads nothing for this long is disconnected.")
        Duration patience,

        @Setting(value = "30s", help = "How long users stay present after their process crashed.")
        Duration lease) {

    public LiveSettings {
        if (maximumStreams < 1 || maximumPerUser < 1) {
            throw new IllegalArgumentException("maximum-streams and maximum-per-user must be at least 1");
        }
        if (maximumMissed < 0) {
            throw new IllegalArgumentException("maximum-missed is " + maximumMissed + ", expected 0 or more");
        }
        if (ping.toMillis() < 1 || patience.toMillis() < 1 || lease.toMillis() < 1) {
            throw new IllegalArgumentException("ping, patience and lease must be at least 1ms");
        }
    }
}
