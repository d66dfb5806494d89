package social.roost.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the topics that are discussed more than usual, among the tweets of one location or of all. Counts the distinct
 * authors of each topic in the last five minutes, compares them with the topic's own past ({@link Past}), and remembers
 * the best window of each topic that exceeds it ({@link Peak}).
 *
 * <p>Time is what tweets and ticks say: minutes since 1970 in UTC, so neither midnight nor summer time is special. The
 * same tweets and ticks always have the same result. Within a minute, the order of tweets does not matter as long as
 * the {@link TrendLimits limits} are not reached. Tweets may be up to three minutes late, and three ahead.
 *
 * <p>Not thread-safe.
 */
public final class TrendStream {
    private static final int VERSION = 1;
    private static final int MILLIS = 60_000;
    private static final int ACTIVE_AUTHORS = 8_192;
    private static final int RECENT = 24;

    /** Ticks after a longer pause do not go through all of its minutes: everything in memory is older. */
    private static final int LONGEST_PAUSE = 8 * 1_440;

    /** So many minutes are the tweets of a removed author ignored that were still on their way. */
    private static final int REMOVED_FOR = 15;

    private final TrendLimits limits;
    private final long since;
    private final TopicTable topics;
    private final Past past;
    private final Peaks peaks;
    private final AuthorSet active;

    /** With the minute in which they were removed. */
    private final Map<Long, Long> removed = new HashMap<>();

    private boolean removing;
    private long minute = -1;
    private long ignored;

    /**
     * Creates a stream without tweets.
     *
     * @param completeSinceMillis from when on it will receive all tweets; 0 if there have been none before. Half an hour
     *     later, it begins to find trends
     */
    public TrendStream(TrendLimits limits, long completeSinceMillis) {
        this(
                limits,
                Math.ceilDiv(completeSinceMillis, MILLIS),
                new TopicTable(limits),
                new Past(limits.past()),
                new Peaks(),
                new AuthorSet());
    }

    private TrendStream(TrendLimits limits, long since, TopicTable topics, Past past, Peaks peaks, AuthorSet active) {
        this.limits = limits;
        this.since = since;
        this.topics = topics;
        this.past = past;
        this.peaks = peaks;
        this.active = active;
    }

    /**
     * Counts a tweet. An author counts once for each topic, however often it tweets.
     *
     * @return whether it was counted; false if it is too early or late, or its author has been removed
     */
    public boolean accept(TopicalTweet tweet) {
        if (minute < 0) {
            minute = tweet.minute() - 1;
        }
        boolean inTime = tweet.minute() > minute + 1 - AuthorSet.WINDOW && tweet.minute() <= minute + AuthorSet.AHEAD;
        if (!inTime || removed.containsKey(tweet.author())) {
            ignored++;
            return false;
        }
        active.add(tweet.author(), tweet.minute(), tweet.young(), 0);
        active.limit(ACTIVE_AUTHORS);
        topics.add(tweet);
        return true;
    }

    /** Takes back what a suspended author contributed, at the next tick. Tweets that come later are ignored for a while. */
    public void remove(long author) {
        if (minute >= 0) {
            removed.put(author, minute);
            removing = true;
        }
    }

    /**
     * Completes all minutes that end at this time or before; does nothing if the time went back. Should be called soon
     * after the end of each minute, by the clock, or by the times of tweets if they are old.
     */
    public void tick(long nowMillis) {
        long last = Math.floorDiv(nowMillis, (long) MILLIS) - 1;
        if (minute < 0) {
            minute = last - 1;
        }
        minute = Math.max(minute, last - LONGEST_PAUSE);
        while (minute < last) {
            minute++;
            complete();
        }
    }

    private void complete() {
        removeAuthors();
        topics.expire(minute);
        active.expire(minute);
        double least = Math.max(
                Rise.LEAST_AUTHORS,
                Rise.LEAST_SHARE_OF_ACTIVE * active.count(minute).all());
        List<Past.Entry> entries = new ArrayList<>();
        List<Rise> rises = new ArrayList<>();
        for (TopicWindow topic : topics.topics()) {
            double weight = topic.authors().size() < Past.LEAST
                    ? 0
                    : topic.authors().count(minute).weight();
            if (weight >= Past.LEAST) {
                entries.add(new Past.Entry(topic.hash(), (int) Math.round(weight)));
            }
            if (weight >= least && isRise(topic, weight)) {
                rises.add(new Rise(
                        topic, topic.authors().countTexts(minute), past.expected(topic.hash(), minute, since)));
            }
        }
        double leastScore = Rise.leastScore(topics.topics().size());
        rises.removeIf(rise -> rise.count().weight() < least || !rise.isTrend(leastScore));
        peaks.update(rises, minute);
        if (Past.isComplete(minute)) {
            past.add(minute, entries);
        }
    }

    /** The cheapest question first: most topics with many authors always have many. */
    private boolean isRise(TopicWindow topic, double weight) {
        return Rise.exceeds(weight, past.lastHour(topic.hash(), minute, since))
                && Rise.exceeds(weight, past.expected(topic.hash(), minute, since));
    }

    private void removeAuthors() {
        if (removing) {
            Set<Long> authors = removed.keySet();
            topics.remove(authors);
            peaks.remove(authors);
            boolean _ = active.remove(authors);
            removing = false;
        }
        removed.values().removeIf(then -> then < minute - REMOVED_FOR);
    }

    /** The trends at the last tick, the highest score first. */
    public List<Trend> trends(int limit) {
        return peaks.sorted(minute).stream()
                .limit(limit)
                .map(peak -> peak.trend(minute, recent(peak.key())))
                .toList();
    }

    private List<Integer> recent(String key) {
        List<Integer> recent = new ArrayList<>(past.recent(TopicWindow.hash(key), minute, RECENT - 1));
        recent.add(topics.count(key, minute));
        return List.copyOf(recent);
    }

    /** The number of tweets that were not counted. */
    public long ignored() {
        return ignored;
    }

    /** Writes everything, so that a stream that is read from it behaves like this one. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeInt(limits.topics());
        out.writeInt(limits.authors());
        out.writeInt(limits.past());
        out.writeLong(since);
        out.writeLong(minute);
        out.writeLong(ignored);
        topics.write(out);
        past.write(out);
        peaks.write(out);
        active.write(out);
        out.writeBoolean(removing);
        out.writeInt(removed.size());
        for (Map.Entry<Long, Long> author : removed.entrySet()) {
            out.writeLong(author.getKey());
            out.writeLong(author.getValue());
        }
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException if it cannot be read, or another version has written it
     */
    public static TrendStream read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("trends have version " + version + ", expected " + VERSION);
        }
        TrendLimits limits = new TrendLimits(in.readInt(), in.readInt(), in.readInt());
        long since = in.readLong();
        long minute = in.readLong();
        long ignored = in.readLong();
        TrendStream stream = new TrendStream(
                limits,
                since,
                TopicTable.read(in, limits),
                Past.read(in, limits.past()),
                Peaks.read(in),
                AuthorSet.read(in));
        stream.minute = minute;
        stream.ignored = ignored;
        stream.removing = in.readBoolean();
        int removed = in.readInt();
        for (int i = 0; i < removed; i++) {
            stream.removed.put(in.readLong(), in.readLong());
        }
        return stream;
    }
}
