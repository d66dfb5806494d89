package social.roost.timeline;

import java.time.Duration;

/** How timelines are kept. */
public record TimelineSettings(int maximumEntries, Duration activeTime, int batch, Duration settleTime) {}
