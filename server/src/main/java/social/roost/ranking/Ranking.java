package social.roost.ranking;

import java.util.ArrayList;
import java.util.List;
import social.roost.ranking.Explanation.Contribution;

/** Tweets by score, highest first, with everything their scores consist of. */
public final class Ranking {
    private final Candidate[] candidates;
    private final double[] values;
    private final int[] order;
    private final double[] scores;

    /**
     * @param values of all parts of all candidates
     * @param order indexes of candidates, by score
     * @param scores by index of the candidate
     */
    Ranking(Candidate[] candidates, double[] values, int[] order, double[] scores) {
        this.candidates = candidates;
        this.values = values;
        this.order = order;
        this.scores = scores;
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
        double[] contributions = new double[Part.COUNT];
        for (int i : order) {
            double score = Part.score(values, i * Part.COUNT, contributions);
            List<Contribution> parts = new ArrayList<>(Part.COUNT);
            for (Part part : Part.values()) {
                parts.add(new Contribution(part, values[i * Part.COUNT + part.place()], contributions[part.place()]));
            }
            explanations.add(new Explanation(candidates[i].id(), score, parts));
        }
        return explanations;
    }
}
