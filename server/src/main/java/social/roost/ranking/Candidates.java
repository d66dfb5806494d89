package social.roost.ranking;

import java.util.List;
import social.roost.base.Snowflake;
import social.roost.ranking.AnalyticsCache.Known;
import social.roost.tweet.Outline;
import social.roost.view.Outlined;

/** Describes tweets for the ranking, from memory alone. */
final class Candidates {
    private final AnalyticsCache analytics;

    Candidates(AnalyticsCache analytics) {
        this.analytics = analytics;
    }

    /**
     * In the same order.
     *
     * @param now in milliseconds since 1970
     */
    Candidate[] of(List<Outlined> tweets, long now) {
        Candidate[] candidates = new Candidate[tweets.size()];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = of(tweets.get(i), now);
        }
        return candidates;
    }

    private Candidate of(Outlined outlined, long now) {
        Outline tweet = outlined.tweet();
        Outline subject = outlined.subject();
        Known known = analytics.of(subject.id(), subject.authorId(), now);
        return new Candidate(
                tweet.id(),
                tweet.authorId(),
                subject.id(),
                subject.conversationId(),
                Snowflake.millis(tweet.id()),
                subject.counts(),
                known.audience(),
                known.prior());
    }
}
