package social.roost.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the ranking knows of a reader: interactions with authors, wishes, and the tweets seen. */
public final class ReaderSignals {
    public static final ReaderSignals NONE = new ReaderSignals(Map.of(), new Tallies(0));

    private static final OfAuthor NOTHING = new OfAuthor(0, 0, 0);
    private static final double HALF_LIFE_MILLIS = 30 * 86_400_000.0;

    private final Map<Long, OfAuthor> authors;
    private final Tallies seen;

    private ReaderSignals(Map<Long, OfAuthor> authors, Tallies seen) {
        this.authors = authors;
        this.seen = seen;
    }

    /**
     * What these signals say.
     *
     * @param seen ids of subjects, in any order
     * @param now in milliseconds since 1970
     */
    public static ReaderSignals of(List<Signal> signals, long[] seen, long now) {
        Map<Long, OfAuthor> authors = HashMap.newHashMap(signals.size());
        for (Signal signal : signals) {
            authors.merge(signal.authorId(), of(signal, now), OfAuthor::plus);
        }
        Tallies ids = new Tallies(seen.length);
        for (long id : seen) {
            int _ = ids.count(id);
        }
        return new ReaderSignals(authors, ids);
    }

    private static OfAuthor of(Signal signal, long now) {
        return switch (signal.kind()) {
            case MORE -> new OfAuthor(0, 1, 0);
            case LESS -> new OfAuthor(0, 0, 1);
            case LIKE, RETWEET, QUOTE, REPLY -> {
                double age = Math.max(0, now - signal.at()) / HALF_LIFE_MILLIS;
                yield new OfAuthor(signal.kind().weight() * Math.pow(0.5, age), 0, 0);
            }
        };
    }

    OfAuthor of(long authorId) {
        return authors.isEmpty() ? NOTHING : authors.getOrDefault(authorId, NOTHING);
    }

    boolean hasSeen(long subjectId) {
        return seen.of(subjectId) > 0;
    }

    /**
     * What the reader did with an author's tweets.
     *
     * @param interactions halved every 30 days
     * @param more how often the reader asked for more
     * @param less how often the reader asked for less
     */
    record OfAuthor(double interactions, int more, int less) {
        OfAuthor plus(OfAuthor other) {
            return new OfAuthor(interactions + other.interactions, more + other.more, less + other.less);
        }
    }
}
