package social.roost.ranking;

import java.util.stream.IntStream;

/**
 * Orders tweets by score. Of a tweet and its retweets only the highest remains, and of a conversation two; everything
 * else keeps a place. The same input always gives the same order.
 */
public final class Ranker {
    private static final int OF_A_CONVERSATION = 2;

    private Ranker() {}

    /**
     * Ranks tweets for a reader.
     *
     * @param now in milliseconds since 1970
     */
    public static Ranking rank(Candidate[] candidates, ReaderSignals reader, long now) {
        double[] values = new double[candidates.length * Part.COUNT];
        double[] scores = new double[candidates.length];
        double[] contributions = new double[Part.COUNT];
        for (int i = 0; i < candidates.length; i++) {
            fill(values, i * Part.COUNT, candidates[i], reader, now);
            scores[i] = Part.score(values, i * Part.COUNT, contributions);
        }
        int[] order = different(candidates, byScore(candidates, all(candidates.length), scores));
        Tallies ofAuthor = new Tallies(order.length);
        for (int i : order) {
            int above = ofAuthor.count(candidates[i].authorId()) - 1;
            set(values, i * Part.COUNT, Part.VARIETY, above);
            scores[i] = Part.withVariety(scores[i], above);
        }
        return new Ranking(candidates, values, byScore(candidates, order, scores), scores);
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

    /** The newer one of two with the same score comes first. */
    private static int[] byScore(Candidate[] candidates, int[] indexes, double[] scores) {
        return IntStream.of(indexes)
                .boxed()
                .sorted((a, b) -> {
                    int byScore = Double.compare(scores[b], scores[a]);
                    return byScore != 0 ? byScore : Long.compare(candidates[b].id(), candidates[a].id());
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] different(Candidate[] candidates, int[] order) {
        Tallies subjects = new Tallies(order.length);
        Tallies conversations = new Tallies(order.length);
        return IntStream.of(order)
                .filter(i -> subjects.count(candidates[i].subjectId()) == 1)
                .filter(i -> conversations.count(candidates[i].conversationId()) <= OF_A_CONVERSATION)
                .toArray();
    }
}
