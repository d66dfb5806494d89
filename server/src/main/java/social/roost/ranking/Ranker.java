package social.roost.ranking;

import java.util.Arrays;
import java.util.Comparator;
import social.roost.tweet.Counts;

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
        Candidate[] candidates = newestFirst(given);
        double[] values = new double[Part.COUNT];
        double[] scores = new double[candidates.length];
        double[] contributions = new double[Part.COUNT];
        for (int i = 0; i < candidates.length; i++) {
            fill(values, candidates[i], reader, now);
            scores[i] = Score.of(values, contributions);
        }
        int[] order = different(candidates, byScore(all(candidates.length), scores));
        int[] above = new int[candidates.length];
        Tallies ofAuthor = new Tallies(order.length);
        for (int i : order) {
            above[i] = ofAuthor.count(candidates[i].authorId()) - 1;
            scores[i] = Score.withVariety(scores[i], above[i]);
        }
        int[] sorted = byScore(order, scores);
        return new Ranking(candidates, sorted, scores, (i, into) -> {
            fill(into, candidates[i], reader, now);
            into[Score.VARIETY] = above[i];
        });
    }

    private static Candidate[] newestFirst(Candidate[] given) {
        for (int i = 1; i < given.length; i++) {
            if (given[i - 1].id() < given[i].id()) {
                Candidate[] sorted = given.clone();
                Arrays.sort(sorted, NEWEST_FIRST);
                return sorted;
            }
        }
        return given;
    }

    /** The values of all parts, with a variety of 0. */
    private static void fill(double[] values, Candidate candidate, ReaderSignals reader, long now) {
        Audience audience = candidate.audience();
        Counts counts = candidate.counts();
        Rates prior = candidate.prior();
        long impressions = audience.impressions();
        ReaderSignals.OfAuthor author = reader.of(candidate.authorId());
        values[Score.LIKES] = Rates.of(counts.likes(), impressions, prior.likes());
        values[Score.RETWEETS] = Rates.of(counts.retweets(), impressions, prior.retweets());
        values[Score.QUOTES] = Rates.of(counts.quotes(), impressions, prior.quotes());
        values[Score.REPLIES] = Rates.of(counts.replies(), impressions, prior.replies());
        values[Score.OPENS] = Rates.of(audience.opens(), impressions, prior.opens());
        values[Score.FOLLOWS] = Rates.of(audience.follows(), impressions, prior.follows());
        values[Score.MORE] = author.more();
        values[Score.LESS] = author.less();
        values[Score.FRESHNESS] = Math.max(0, now - candidate.createdAt()) / 3_600_000.0;
        values[Score.AFFINITY] = author.interactions();
        values[Score.SEEN] = reader.hasSeen(candidate.subjectId()) ? 1 : 0;
        values[Score.VARIETY] = 0;
    }

    private static int[] all(int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        return places;
    }

    /**
     * A radix sort, since it takes a third of the time of {@link Arrays#sort(long[])}. The first of two with the same
     * score stays first; two scores, which are positive, count as the same if they differ by less than a millionth.
     */
    private static int[] byScore(int[] places, double[] scores) {
        int[] keys = new int[scores.length];
        for (int place : places) {
            keys[place] = (int) (~Double.doubleToRawLongBits(scores[place]) >>> 31);
        }
        int[] sorted = places;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            sorted = byDigit(sorted, keys, shift);
        }
        return sorted;
    }

    private static int[] byDigit(int[] places, int[] keys, int shift) {
        int[] starts = new int[257];
        for (int place : places) {
            starts[(keys[place] >>> shift & 0xff) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] sorted = new int[places.length];
        for (int place : places) {
            sorted[starts[keys[place] >>> shift & 0xff]++] = place;
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
