package social.roost.trendsjob;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import social.roost.trend.LocationTrends;
import social.roost.trend.Observation;
import social.roost.trend.ObservationCodec;
import social.roost.trend.Trend;
import social.roost.trend.TrendLimits;
import social.roost.trend.TrendStream;

/**
 * What is known of a location. Observations of the minute that is being counted and of earlier ones go to the detector,
 * later ones wait: while the job catches up, one partition can be hours ahead of another.
 */
final class LocationState {
    static final int MINUTE = 60_000;

    private static final int VERSION = 1;

    private final TrendStream stream;
    private final SortedMap<Long, List<Observation>> waiting = new TreeMap<>();

    /** The minute that is being counted; -1 before the first end of a minute, while all observations wait. */
    private long counting = -1;

    private long lastTweetMillis;
    private boolean hadTrends;

    LocationState(String location, long sinceMillis) {
        this(new TrendStream(
                location.equals(ToLocations.WORLDWIDE) ? TrendLimits.WORLDWIDE : TrendLimits.LOCATION, sinceMillis));
    }

    private LocationState(TrendStream stream) {
        this.stream = stream;
    }

    /** Takes an observation into account, now or when its minute comes. */
    void accept(Observation observation) {
        if (observation instanceof Observation.Tweeted) {
            lastTweetMillis = Math.max(lastTweetMillis, observation.atMillis());
        }
        long minute = observation.atMillis() / MINUTE;
        if (counting >= 0 && minute <= counting) {
            count(observation);
        } else {
            waiting.computeIfAbsent(minute, _ -> new ArrayList<>()).add(observation);
        }
    }

    private void count(Observation observation) {
        switch (observation) {
            case Observation.Tweeted tweeted -> {
                boolean _ = stream.accept(tweeted.tweet());
            }
            case Observation.Suspended suspended -> stream.remove(suspended.author());
            case Observation.Clock _ -> {}
        }
    }

    /**
     * Ends a minute: all its observations have arrived.
     *
     * @return the trends; null if there are none, and were none before. Those of all tweets are always returned, which
     *     shows that the job works
     */
    @Nullable
    LocationTrends end(String location, long minute, int limit) {
        countThrough(minute);
        long end = (minute + 1) * MINUTE;
        stream.tick(end);
        counting = minute + 1;
        countThrough(counting);
        List<Trend> trends = stream.trends(limit);
        boolean isNews = location.equals(ToLocations.WORLDWIDE) || hadTrends || !trends.isEmpty();
        hadTrends = !trends.isEmpty();
        return isNews ? new LocationTrends(location, end, trends) : null;
    }

    private void countThrough(long minute) {
        SortedMap<Long, List<Observation>> due = waiting.headMap(minute + 1);
        due.values().forEach(observations -> observations.forEach(this::count));
        due.clear();
    }

    /** Whether the first minute has ended. */
    boolean isCounting() {
        return counting >= 0;
    }

    /** Whether this minute was ended before. */
    boolean hasEnded(long minute) {
        return minute < counting;
    }

    long lastTweetMillis() {
        return lastTweetMillis;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(counting);
        out.writeLong(lastTweetMillis);
        out.writeBoolean(hadTrends);
        stream.write(out);
        out.writeInt(waiting.size());
        for (Map.Entry<Long, List<Observation>> minute : waiting.entrySet()) {
            out.writeLong(minute.getKey());
            out.writeInt(minute.getValue().size());
            for (Observation observation : minute.getValue()) {
                byte[] json = ObservationCodec.encode(observation).getBytes(StandardCharsets.UTF_8);
                out.writeInt(json.length);
                out.write(json);
            }
        }
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException if it cannot be read, or another version has written it
     */
    static LocationState read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("the state of a location has version " + version + ", expected " + VERSION);
        }
        long counting = in.readLong();
        long lastTweetMillis = in.readLong();
        boolean hadTrends = in.readBoolean();
        LocationState state = new LocationState(TrendStream.read(in));
        state.counting = counting;
        state.lastTweetMillis = lastTweetMillis;
        state.hadTrends = hadTrends;
        int minutes = in.readInt();
        for (int i = 0; i < minutes; i++) {
            long minute = in.readLong();
            int size = in.readInt();
            List<Observation> observations = new ArrayList<>(size);
            for (int k = 0; k < size; k++) {
                byte[] json = new byte[in.readInt()];
                in.readFully(json);
                observations.add(ObservationCodec.decode(new String(json, StandardCharsets.UTF_8)));
            }
            state.waiting.put(minute, observations);
        }
        return state;
    }
}
