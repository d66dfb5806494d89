package social.roost.timeline;

import java.time.Duration;
import social.roost.base.config.Setting;

/** How home timelines are kept. */
public record TimelineSettings(
        @Setting(value = "800", help = "Tweets that a timeline holds ready; older ones are read from the store.")
        int maximumEntries,

        @Setting(value = "3d", help = "A reader who has not read for so long is inactive: the timeline is dropped.")
        Duration activeTime,

        @Setting(value = "1000", help = "Followers that a tweet is delivered to in one step.")
        int batch,

        @Setting(value = "10s", help = "The longest that a tweet may be on its way to timelines without being missed.")
        Duration settleTime) {

    public TimelineSettings {
        if (maximumEntries < 1 || batch < 1) {
            throw new IllegalArgumentException("a timeline has at least one entry, and so has a batch");
        }
    }
}
