package social.roost.push;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds or a date. */
final class RetryAfter {
    private RetryAfter() {}

    /** How long to wait, in milliseconds; 0 if the header is missing or malformed. */
    static long millis(@Nullable String header, long now) {
        if (header == null) {
            return 0;
        }
        if (header.matches("\\d{1,9}")) {
            return Long.parseLong(header) * 1_000;
        }
        try {
            long until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli();
            return Math.max(0, until - now);
        } catch (DateTimeParseException _) {
            return 0;
        }
    }
}
