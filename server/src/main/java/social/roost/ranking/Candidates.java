package social.roost.ranking;

import java.util.List;
import social.roost.ranking.AnalyticsCache.Known;
import social.roost.tweet.StoredTweet;
import social.roost.view.Entry;

/** Describes loaded tweets for the ranking, from memory alone. */
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
    Candidate[] of(List<Entry> entries, long now) {
        Candidate[] candidates = new Candidate[entries.size()];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = of(entries.get(i), now);
        }
        return candidates;
    }

    private Candidate of(Entry entry, long now) {
        StoredTweet tweet = entry.tweet();
        StoredTweet subject = entry.isRetweet() ? entry.beside().getFirst() : tweet;
        Known known = analytics.of(subject.id(), subject.authorId(), now);
        return new Candidate(
                tweet.id(),
                tweet.authorId(),
                subject.id(),
                subject.tweet().conversationId(),
                tweet.tweet().createdAt(),
                subject.counts(),
                known.audience(),
                known.prior());
    }
}
