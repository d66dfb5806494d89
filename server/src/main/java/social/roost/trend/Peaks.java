package social.roost.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The trends: topics that rise, and those that rose recently. */
final class Peaks {
    static final double LEAST_SCORE = 1;

    private static final int MOST = 500;
    private static final int MOST_RISES = 200;

    private final Map<String, Peak> peaks = new TreeMap<>();

    /** Takes over the topics that rise in the window that ends with this minute. */
    void update(List<Rise> rises, long minute) {
        Map<String, Peak> owners = owners();
        List<Rise> unknown = new ArrayList<>();
        for (Rise rise : rises) {
            Peak owner = owners.get(rise.topic().key());
            if (owner == null || owner.key().equals(rise.topic().key())) {
                unknown.add(rise);
            } else {
                improve(owner, rise, minute);
            }
        }
        unknown.sort(Comparator.comparingLong(this::since)
                .thenComparing(Comparator.comparingDouble((Rise rise) -> -rise.score()))
                .thenComparing(rise -> rise.topic().key()));
        List<Rise> most = unknown.subList(0, Math.min(unknown.size(), MOST_RISES));
        Merging.merge(most, minute).forEach((rise, others) -> put(rise, others, minute));
        forget(minute);
    }

    /** The trend of each topic that is one or is merged into one. */
    private Map<String, Peak> owners() {
        Map<String, Peak> owners = new HashMap<>();
        peaks.values().forEach(peak -> {
            owners.put(peak.key(), peak);
            peak.merged().forEach(key -> owners.put(key, peak));
        });
        return owners;
    }

    private long since(Rise rise) {
        Peak peak = peaks.get(rise.topic().key());
        return peak == null ? Long.MAX_VALUE : peak.since();
    }

    private void put(Rise rise, List<Rise> others, long minute) {
        Peak peak = peaks.computeIfAbsent(rise.topic().key(), _ -> new Peak(rise, minute));
        improve(peak, rise, minute);
        for (Rise other : others) {
            Peak merged = peaks.remove(other.topic().key());
            if (merged != null) {
                peak.absorb(merged);
            }
            peak.merged().add(other.topic().key());
        }
    }

    private static void improve(Peak peak, Rise rise, long minute) {
        if (rise.score() >= peak.score(minute)) {
            peak.rise(rise, minute);
        }
    }

    private void forget(long minute) {
        peaks.values().removeIf(peak -> peak.score(minute) < LEAST_SCORE);
        if (peaks.size() > MOST) {
            List<Peak> least = sorted(minute);
            least.subList(MOST, least.size()).forEach(peak -> peaks.remove(peak.key()));
        }
    }

    void remove(Set<Long> authors) {
        peaks.values().forEach(peak -> peak.remove(authors));
    }

    /** The highest score first. */
    List<Peak> sorted(long minute) {
        return peaks.values().stream()
                .sorted(Comparator.comparingDouble((Peak peak) -> peak.score(minute))
                        .reversed()
                        .thenComparing(Peak::key))
                .toList();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(peaks.size());
        for (Peak peak : peaks.values()) {
            peak.write(out);
        }
    }

    static Peaks read(DataInput in) throws IOException {
        Peaks read = new Peaks();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            Peak peak = Peak.read(in);
            read.peaks.put(peak.key(), peak);
        }
        return read;
    }
}
