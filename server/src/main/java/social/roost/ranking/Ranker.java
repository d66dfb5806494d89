package social.roost.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Orders tweets by score. Of a tweet and its retweets only the highest remains, and of a conversation two; everything
 * else keeps a place. The same input always gives the same order.
 */
public final class Ranker {
    private static final int OF_A_CONVERSATION = 2;
    private static final Comparator<Candidate> NEWEST_FIRST = (a, b) -> Long.compare(b.id(), a.id());

    private Ranker() {}

    /**
     * Ranks tweets for a reader.
     *
     * @param now in milliseconds since 1970
     */
    public static Ranking rank(Candidate[] given, ReaderSignals reader, long now) {
        Candidate[] candidates = given.clone();
        Arrays.sort(candidates, NEWEST_FIRST);
        double[] values = new double[candidates.length * Part.COUNT];
        double[] scores = new double[candidates.length];
        double[] contributions = new double[Part.COUNT];
        for (int i = 0; i < candidates.length; i++) {
            fill(values, i * Part.COUNT, candidates[i], reader, now);
            scores[i] = Part.score(values, i * Part.COUNT, contributions);
        }
        int[] order = different(candidates, byScore(all(candidates.length), scores));
        Tallies ofAuthor = new Tallies(order.length);
        for (int i : order) {
            int above = ofAuthor.count(candidates[i].authorId()) - 1;
            set(values, i * Part.COUNT, Part.VARIETY, above);
            scores[i] = Part.withVariety(scores[i], above);
        }
        return new Ranking(candidates, values, byScore(order, scores), scores);
    }

    private static void fill(double[] values, int from, Candidate candidate, ReaderSignals reader, long now) {
        Audience audience = candidate.audience();
        Rates prior = candidate.prior();
        long impressions = audience.impressions();
        ReaderSignals.OfAuthor author = reader.of(candidate.authorId());
        set(values, from, Part.LIKES, Rates.of(candidate.counts().likes(), impressions, prior.likes()));
        set(values, from, Part.RETWEETS, Rates.of(candidate.counts().retweets(), impressions, prior.retweets()));
        set(values, from, Part.QUOTES, Rates.of(candidate.counts().quotes(), impressions, prior.quotes()));
        set(values, from, Part.REPLIES, Rates.of(candidate.counts().replies(), impressions, prior.replies()));
        set(values, from, Part.OPENS, Rates.of(audience.opens(), impressions, prior.opens()));
        set(values, from, Part.FOLLOWS, Rates.of(audience.follows(), impressions, prior.follows()));
        set(values, from, Part.MORE, author.more());
        set(values, from, Part.LESS, author.less());
        set(values, from, Part.FRESHNESS, Math.max(0, now - candidate.createdAt()) / 3_600_000.0);
        set(values, from, Part.AFFINITY, author.interactions());
        set(values, from, Part.SEEN, reader.hasSeen(candidate.subjectId()) ? 1 : 0);
    }

    private static void set(double[] values, int from, Part part, double value) {
        values[from + part.place()] = value;
    }

    private static int[] all(int count) {
        return IntStream.range(0, count).toArray();
    }

    /**
     * The newer one of two with the same score comes first. The last bits of the scores, which are positive, give way to
     * the places: two scores that differ by less than a billionth count as the same.
     */
    private static int[] byScore(int[] places, double[] scores) {
        long mask = (Long.highestOneBit(scores.length) << 1) - 1;
        long[] keys = new long[places.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (Double.doubleToLongBits(scores[places[i]]) & ~mask) | (mask - places[i]);
        }
        Arrays.sort(keys);
        int[] sorted = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = (int) (mask - (keys[keys.length - 1 - i] & mask));
        }
        return sorted;
    }

    private static int[] different(Candidate[] candidates, int[] order) {
        Tallies subjects = new Tallies(order.length);
        Tallies conversations = new Tallies(order.length);
        int[] different = new int[order.length];
        int count = 0;
        for (int i : order) {
            if (subjects.count(candidates[i].subjectId()) == 1
                    && conversations.count(candidates[i].conversationId()) <= OF_A_CONVERSATION) {
                different[count++] = i;
            }
        }
        return Arrays.copyOf(different, count);
    }
}
