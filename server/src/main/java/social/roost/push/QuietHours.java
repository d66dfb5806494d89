package social.roost.push;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A part of every day in which a user is sent no pushes, by the clocks where the user lives.
 *
 * @param from its first minute
 * @param to the minute after its last; if it is not after the first, that of the next day
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** Whether a moment is in it. */
    public boolean contain(Instant moment) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        boolean isAfterStart = !time.isBefore(from);
        boolean isBeforeEnd = time.isBefore(to);
        return from.isBefore(to) ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd;
    }
}
