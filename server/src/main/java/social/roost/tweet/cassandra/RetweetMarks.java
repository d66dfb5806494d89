package social.roost.tweet.cassandra;

import java.util.List;
import java.util.Objects;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.Tweet;

/**
 * An author's retweet of a tweet: the author's set of retweeted tweets, in which the cause of a member is the retweet.
 */
final class RetweetMarks {
    private final CassandraCluster cassandra;
    private final CountedSets sets;

    RetweetMarks(CassandraCluster cassandra, CountedSets sets) {
        this.cassandra = cassandra;
        this.sets = sets;
    }

    SetView find(long authorId, long originalId) {
        return sets.findSettled(SetKey.ofUser(authorId, SetKind.RETWEET), originalId);
    }

    /** Makes this the author's retweet; false if that is unknown because another change was faster. */
    boolean put(SetView seen, Tweet retweet) {
        Member member = seen.member(originalId(retweet));
        return sets.change(seen, List.of(member.in(retweet.createdAt(), retweet.id())));
    }

    /** Ensures that this is no longer the author's retweet, whatever is instead. */
    void release(Tweet retweet) {
        var _ = Attempts.make(cassandra, () -> isReleased(retweet) ? retweet : null);
    }

    private boolean isReleased(Tweet retweet) {
        SetView seen = find(retweet.authorId(), originalId(retweet));
        Member member = seen.member(originalId(retweet));
        return !member.isPresent()
                || member.cause() != retweet.id()
                || sets.change(seen, List.of(member.out(retweet.id())));
    }

    static long originalId(Tweet retweet) {
        return Objects.requireNonNull(retweet.retweetOfId());
    }
}
