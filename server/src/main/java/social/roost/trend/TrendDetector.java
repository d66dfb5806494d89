package social.roost.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trends worldwide and by location, each a {@link TrendStream} of its own: a topic of one country need not be one
 * worldwide, and the reverse.
 *
 * <p>Memory: {@link TrendLimits#WORLDWIDE}, and {@link TrendLimits#LOCATION} for each of at most 250 locations. What the
 * traffic does not need is not allocated.
 *
 * <p>Not thread-safe.
 */
public final class TrendDetector {
    /** There are as many country codes. */
    static final int MOST_LOCATIONS = 250;

    private static final int VERSION = 1;

    private final long completeSinceMillis;
    private final TrendStream worldwide;
    private final Map<String, TrendStream> locations = new TreeMap<>();
    private long lastTick;

    /** Creates a detector without tweets; the parameter is that of {@link TrendStream}. */
    public TrendDetector(long completeSinceMillis) {
        this(completeSinceMillis, new TrendStream(TrendLimits.WORLDWIDE, completeSinceMillis));
    }

    private TrendDetector(long completeSinceMillis, TrendStream worldwide) {
        this.completeSinceMillis = completeSinceMillis;
        this.worldwide = worldwide;
    }

    /**
     * Counts a tweet, worldwide and for its location.
     *
     * @return whether it was counted; false if it is too early or late, or its author has been removed
     */
    public boolean accept(TopicalTweet tweet) {
        if (!worldwide.accept(tweet)) {
            return false;
        }
        String location = tweet.location();
        if (!location.isEmpty() && (locations.containsKey(location) || locations.size() < MOST_LOCATIONS)) {
            boolean _ = locations.computeIfAbsent(location, _ -> newLocation()).accept(tweet);
        }
        return true;
    }

    private TrendStream newLocation() {
        TrendStream stream = new TrendStream(TrendLimits.LOCATION, completeSinceMillis);
        if (lastTick > 0) {
            stream.tick(lastTick);
        }
        return stream;
    }

    /** Takes back what a suspended author contributed, at the next tick. */
    public void remove(long author) {
        worldwide.remove(author);
        locations.values().forEach(stream -> stream.remove(author));
    }

    /** Completes all minutes that end at this time or before; see {@link TrendStream#tick}. */
    public void tick(long nowMillis) {
        lastTick = Math.max(lastTick, nowMillis);
        worldwide.tick(nowMillis);
        locations.values().forEach(stream -> stream.tick(nowMillis));
    }

    /**
     * The trends at the last tick, the highest score first.
     *
     * @param location a country code; empty for worldwide
     */
    public List<Trend> trends(String location, int limit) {
        TrendStream stream = location.isEmpty() ? worldwide : locations.get(location);
        return stream == null ? List.of() : stream.trends(limit);
    }

    /** The number of tweets that were not counted because they were too early or late, or by removed authors. */
    public long ignored() {
        return worldwide.ignored();
    }

    /** Writes everything, so that a detector that is read from it behaves like this one. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(completeSinceMillis);
        out.writeLong(lastTick);
        worldwide.write(out);
        out.writeInt(locations.size());
        for (Map.Entry<String, TrendStream> location : locations.entrySet()) {
            out.writeUTF(location.getKey());
            location.getValue().write(out);
        }
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException if it cannot be read, or another version has written it
     */
    public static TrendDetector read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("trends have version " + version + ", expected " + VERSION);
        }
        long completeSinceMillis = in.readLong();
        long lastTick = in.readLong();
        TrendDetector detector = new TrendDetector(completeSinceMillis, TrendStream.read(in));
        detector.lastTick = lastTick;
        int locations = in.readInt();
        for (int i = 0; i < locations; i++) {
            String location = in.readUTF();
            detector.locations.put(location, TrendStream.read(in));
        }
        return detector;
    }
}
