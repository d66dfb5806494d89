package social.roost.timeline;

import java.time.Duration;
import social.roost.base.config.Setting;

/** Size and lifetime of home timelines. */
public record TimelineSettings(
        @Setting(value = "800", help = "Entries kept for each home timeline; older tweets are read from the store.")
        int maximumEntries,

        @Setting(value = "3d", help = "A home timeline that has not been read for this long is evicted.")
        Duration activeTime,

        @Setting(value = "1000", help = "Followers to which one fan-out step delivers a tweet.")
        int batch,

        @Setting(
                value = "10s",
                help = "How long the delivery of a tweet may take; readers can miss tweets that take longer.")
        Duration settleTime,

        @Setting(
                value = "true",
                help = "Whether anyone, even without an account, can read the newest tweets of all users.")
        boolean publicTimeline) {

    public TimelineSettings {
        if (maximumEntries < 1 || batch < 1) {
            throw new IllegalArgumentException("the sizes of timelines and batches must be at least 1");
        }
    }
}
