package social.roost.analytics.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import social.roost.analytics.Tally;

/** Merges the hours of days that are long past into the first hour of their day. */
final class OldHours {
    private static final int ROWS = 500;
    private static final int HOURS_OF_DAY = 24;

    private static final RowMapper<Hour> HOUR = (row, _) ->
            new Hour(row.getLong("tweet_id"), row.getLong("author_id"), row.getLong("hour"), Changes.tally(row));

    private final long end;

    /** @param end the first hour that stays as it is, the first of a day */
    OldHours(long end) {
        this.end = end;
    }

    /** Returns whether there may be more. */
    boolean mergePart(Handle handle) {
        List<Hour> hours = handle.createQuery(
                        "DELETE FROM analytics_hour WHERE (tweet_id, hour) IN (SELECT tweet_id, hour FROM analytics_hour"
                                + " WHERE hour < :end AND hour % " + HOURS_OF_DAY + " <> 0 LIMIT :rows) RETURNING *")
                .bind("end", end)
                .bind("rows", ROWS)
                .map(HOUR)
                .list();
        Changes changes = new Changes();
        hours.forEach(hour -> changes.addInHour(
                hour.tweetId, hour.authorId, Math.floorDiv(hour.hour, HOURS_OF_DAY) * HOURS_OF_DAY, hour.tally));
        changes.apply(handle);
        return hours.size() == ROWS;
    }

    private record Hour(long tweetId, long authorId, long hour, Tally tally) {}
}
