package social.roost.analytics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Who saw which tweet in the last 24 hours, and counts by tweet and hour.
 *
 * <p>A viewer counts once for each tweet, and again when 24 hours have passed since the first view that was counted. An
 * engagement counts once for each viewer, tweet, measure and reference in 24 hours. It makes its viewer an engaged one,
 * and counts a view if there is none. So in each hour and in total, impressions are at least as many as viewers, and
 * viewers at least as many as engaged viewers, who count in the hour of their first view.
 *
 * <p>Promises: a write is durable when it returns, completely or not at all, and a read after it sees it; in several
 * shards, a report may be stored in part if the call fails, and its repetition stores the rest. Concurrent calls count
 * as if one came after the other. All times are in milliseconds since 1970.
 */
public interface AnalyticsStore {
    /** For how long viewers are known. */
    Duration WINDOW = Duration.ofHours(24);

    /** A view counts as another impression only this long after the last one of the same viewer. */
    Duration REPEAT = Duration.ofSeconds(30);

    /** For how long there are counts for each hour; older ones are those of a day in UTC, in its first hour. */
    Duration HOURLY = Duration.ofDays(90);

    /** Stores a report, unless the viewer has sent one with the same key in the last 24 hours. */
    void report(Report report, long now);

    /** Counts an engagement, unless it is counted already. */
    void engage(long viewerId, Seen engagement);

    /** Takes back an engagement of the last 24 hours. Its view remains, and so does the engaged viewer. */
    void withdraw(long viewerId, long tweetId, Measure measure, long reference, long now);

    /**
     * The tweets of an author with an engagement of the viewer.
     *
     * @param since when it was counted or, for what clients report, last repeated: only later ones
     * @return the last one first
     */
    List<Engaged> engagedTweets(long viewerId, long authorId, Measure measure, long since);

    /** Takes back everything that a viewer contributed in the last 24 hours. */
    void removeViewer(long viewerId, long now);

    /** The counts of a tweet by the beginning of their hour; hours without any may be left out. */
    SortedMap<Long, Tally> hoursOfTweet(long tweetId);

    /**
     * The counts of all tweets of an author together, by the beginning of the day in UTC; days without any may be left
     * out.
     *
     * @param since the beginning of the first day
     */
    SortedMap<Long, Tally> daysOfAuthor(long authorId, long since);

    /** The counts of many tweets, each for all time; tweets without any may be left out. */
    Map<Long, Tally> totals(long[] tweetIds);

    /**
     * The counts of all tweets of many authors; authors without any may be left out.
     *
     * @param since the beginning of the first hour
     */
    Map<Long, Tally> totalsOfAuthors(long[] authorIds, long since);

    /** Forgets viewers and reports of more than 24 hours ago, and merges old hours. Called periodically. */
    void tidy(long now);

    /**
     * What a viewer's client reports.
     *
     * @param key identifies it among those of the viewer
     */
    record Report(long viewerId, String key, List<Seen> items) {}

    /** A tweet with an engagement, and when it was counted or last repeated. */
    record Engaged(long tweetId, long lastAt) {}

    /**
     * A view of a tweet, or an engagement with it.
     *
     * @param measure {@link Measure#IMPRESSIONS} for a view
     * @param reference tells several engagements apart that all count: the id of a reply or quote; otherwise 0
     */
    record Seen(long tweetId, long authorId, Measure measure, long reference, long at) {}
}
