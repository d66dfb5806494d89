package social.roost.search.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;
import social.roost.base.Snowflake;

/** Days and times in queries, as ids: ids ascend with time. */
final class Dates {
    /** Ids end in that year. */
    private static final Instant LATEST = Instant.parse("2080-01-01T00:00:00Z");

    private static final int LONGEST = 40;

    private Dates() {}

    /** The lowest id from the beginning of a day, or from a time, on; empty if the text is neither. */
    static OptionalLong lowestId(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return OptionalLong.empty();
        }
        try {
            Instant time = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return OptionalLong.of(
                    time.isBefore(Snowflake.EPOCH)
                            ? 0
                            : time.isAfter(LATEST) ? Long.MAX_VALUE : Snowflake.lowestAt(time.toEpochMilli()));
        } catch (DateTimeException _) {
            return OptionalLong.empty();
        }
    }
}
