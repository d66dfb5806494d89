package social.roost.ranking;

import java.util.ArrayList;
import java.util.List;
import social.roost.ranking.Explanation.Contribution;

/** Tweets by score, highest first, with everything their scores consist of. */
public final class Ranking {
    private final Candidate[] candidates;
    private final int[] order;
    private final double[] scores;
    private final Values values;

    /**
     * @param order indexes of candidates, by score
     * @param scores by index of the candidate
     */
    Ranking(Candidate[] candidates, int[] order, double[] scores, Values values) {
        this.candidates = candidates;
        this.order = order;
        this.scores = scores;
        this.values = values;
    }

    /** What the scores were calculated from. */
    @FunctionalInterface
    interface Values {
        /** Sets the values of all parts of a candidate. */
        void of(int candidate, double[] into);
    }

    /** The ids of the tweets, by score. */
    public long[] ids() {
        long[] ids = new long[order.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = candidates[order[i]].id();
        }
        return ids;
    }

    /** In the order of the ids. */
    public double[] scores() {
        double[] sorted = new double[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = scores[order[i]];
        }
        return sorted;
    }

    /** In the order of the ids. */
    public List<Explanation> explanations() {
        List<Explanation> explanations = new ArrayList<>(order.length);
        double[] of = new double[Part.COUNT];
        double[] contributions = new double[Part.COUNT];
        for (int i : order) {
            values.of(i, of);
            double score = Score.of(of, contributions);
            List<Contribution> parts = new ArrayList<>(Part.COUNT);
            for (Part part : Part.values()) {
                parts.add(new Contribution(part, of[part.place()], contributions[part.place()]));
            }
            explanations.add(new Explanation(candidates[i].id(), score, parts));
        }
        return explanations;
    }
}
