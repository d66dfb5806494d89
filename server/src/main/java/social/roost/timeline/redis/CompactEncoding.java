package social.roost.timeline.redis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.redis.Redis;

/** Checks whether Redis keeps full timelines in its compact encoding, which takes a fraction of the memory. */
public final class CompactEncoding {
    private static final Logger LOG = LoggerFactory.getLogger(CompactEncoding.class);
    private static final String OPTION = "zset-max-listpack-entries";

    /**
     * Members of a timeline beyond its maximum: the head, and the slack of {@code timeline.lua} plus the one to be
     * dropped.
     */
    private static final int MORE = 18;

    private CompactEncoding() {}

    /** Logs a warning if it does not; logs nothing if that cannot be determined now. */
    public static void check(Redis redis, int maximumEntries) {
        try {
            redis.option(OPTION).map(Integer::valueOf).ifPresent(limit -> check(limit, maximumEntries + MORE));
        } catch (UnavailableException e) {
            LOG.debug("Cannot determine whether Redis uses the compact encoding for timelines", e);
        }
    }

    private static void check(int limit, int needed) {
        if (limit < needed) {
            LOG.warn(
                    "Timelines use several times the necessary memory: set {} of Redis to at least {}"
                            + " (currently {})",
                    OPTION,
                    needed,
                    limit);
        }
    }
}
