package social.roost.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The best window of a trend so far, with its authors, so that its score can be calculated again without some. */
final class Peak {
    /** In minutes. */
    static final double HALF_LIFE = 120;

    /** Of a peak. More become a sample. */
    private static final int MOST_AUTHORS = 2_048;

    private final String key;
    private long since;
    private String form;
    private long minute;
    private double score;
    private double expected;
    private int count;
    private long sample;
    private AuthorSet authors;

    /** The keys of topics that are merged into this one. */
    private final Set<String> merged = new TreeSet<>();

    Peak(Rise rise, long minute) {
        this(rise.topic().key(), rise.topic().topic().form(), minute, new AuthorSet());
        rise(rise, minute);
    }

    private Peak(String key, String form, long since, AuthorSet authors) {
        this.key = key;
        this.form = form;
        this.since = since;
        this.authors = authors;
    }

    String key() {
        return key;
    }

    Set<String> merged() {
        return merged;
    }

    /** The first minute in which it was a trend. */
    long since() {
        return since;
    }

    /** This window is better than the best before, less its decay. */
    void rise(Rise rise, long now) {
        minute = now;
        score = rise.score();
        expected = rise.expected();
        count = rise.count().all();
        authors = rise.topic().authors().copy(now, MOST_AUTHORS);
        if (rise.topic().key().equals(key)) {
            form = rise.topic().topic().form();
        }
        if (rise.topic().sample() != 0) {
            sample = rise.topic().sample();
        }
    }

    /** Continues another trend. */
    void absorb(Peak other) {
        since = Math.min(since, other.since);
        merged.add(other.key);
        merged.addAll(other.merged);
    }

    /** The score, which halves again and again after the peak. */
    double score(long now) {
        return score * Math.pow(0.5, (now - minute) / HALF_LIFE);
    }

    /** Calculates the score without some authors; 0 if it is no trend without them. */
    void remove(Set<Long> removed) {
        if (authors.remove(removed)) {
            AuthorSet.Count left = authors.countTexts(minute);
            count = left.all();
            score = Rise.exceeds(left.weight(), expected) ? Rise.score(left.weight(), expected) : 0;
            sample = 0;
        }
    }

    Trend trend(long now, List<Integer> recent) {
        return new Trend(new Topic(key, form), score(now), count, (since + 1) * 60_000, sample, recent);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(key);
        out.writeUTF(form);
        out.writeLong(since);
        out.writeLong(minute);
        out.writeDouble(score);
        out.writeDouble(expected);
        out.writeInt(count);
        out.writeLong(sample);
        authors.write(out);
        out.writeInt(merged.size());
        for (String other : merged) {
            out.writeUTF(other);
        }
    }

    static Peak read(DataInput in) throws IOException {
        String key = in.readUTF();
        String form = in.readUTF();
        Peak peak = new Peak(key, form, in.readLong(), new AuthorSet());
        peak.minute = in.readLong();
        peak.score = in.readDouble();
        peak.expected = in.readDouble();
        peak.count = in.readInt();
        peak.sample = in.readLong();
        peak.authors = AuthorSet.read(in);
        int merged = in.readInt();
        for (int i = 0; i < merged; i++) {
            peak.merged.add(in.readUTF());
        }
        return peak;
    }
}
