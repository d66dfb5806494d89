package social.roost.ranking;

import java.util.List;

/**
 * Why a tweet has its place.
 *
 * @param score the parts in their order: the terms added, then the factors multiplied
 */
public record Explanation(long tweetId, double score, List<Contribution> parts) {
    public Explanation {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a score.
     *
     * @param value what was counted or measured, see {@link Part}
     * @param contribution what is added or multiplied
     */
    public record Contribution(Part part, double value, double contribution) {}
}
