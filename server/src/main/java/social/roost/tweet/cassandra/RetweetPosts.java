package social.roost.tweet.cassandra;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.cassandra.Turns;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.event.cassandra.OutboxKey;
import social.roost.event.cassandra.OutboxRows;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore.Posted;
import social.roost.tweet.cassandra.KeyedPosts.Outcome;
import social.roost.tweet.cassandra.TweetRows.Stored;

/**
 * Posts retweets, of which an author has one per tweet. There are three steps: an outbox entry, the author's {@link
 * RetweetMarks mark}, and the tweet, in a batch that removes the entry. The mark decides.
 *
 * <p>A crash can leave an entry alone, which the sweep removes after it has fenced the author's set, so that a mark
 * that was merely slow is not made any more. Or it can leave a mark without its tweet, which is completed by the sweep,
 * the next post of the same retweet, or the next look-up. Everything stored for a retweet follows from its id, its
 * author and its original, so it does not matter who stores it and how often, and nothing must be buried.
 *
 * <p>Races: of several posts, one makes the mark and the others find it. A deletion deletes the tweet first and then
 * the mark, if it is still that of this tweet. Until then, or until the sweep if it is interrupted, a post that finds
 * the mark of a deleted tweet moves it to its own tweet. Storing a tweet that was deleted meanwhile changes nothing,
 * because the deletion has a later timestamp.
 */
final class RetweetPosts {
    private final CassandraCluster cassandra;
    private final RetweetMarks marks;
    private final TweetRows rows;
    private final TweetWriter writer;
    private final OutboxRows outbox;
    private final InstantSource clock;
    private final Turns turns = new Turns();

    RetweetPosts(
            CassandraCluster cassandra,
            RetweetMarks marks,
            TweetRows rows,
            TweetWriter writer,
            OutboxRows outbox,
            InstantSource clock) {
        this.cassandra = cassandra;
        this.marks = marks;
        this.rows = rows;
        this.writer = writer;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Stores the retweet, or returns the author's existing one. */
    Outcome post(Tweet retweet) {
        return turns.take(retweet.authorId(), () -> Attempts.make(cassandra, () -> attempt(retweet)));
    }

    private @Nullable Outcome attempt(Tweet retweet) {
        SetView seen = marks.find(retweet.authorId(), RetweetMarks.originalId(retweet));
        Member member = seen.member(RetweetMarks.originalId(retweet));
        if (member.isPresent() && member.cause() == retweet.id()) {
            return Outcome.stored(writer.store(List.of(retweet)));
        }
        Long earlier = there(member, retweet.authorId());
        if (earlier != null) {
            return Outcome.of(new Posted.Repeated(earlier));
        }
        Event event = new Event.TweetPosted(retweet.id(), retweet.authorId());
        Entry<OutboxKey> begun = OutboxKey.begun(member.id(), retweet.id(), event, clock.millis());
        cassandra.write(outbox.insertWithEvent(begun));
        return marks.put(seen, retweet) ? Outcome.stored(writer.store(List.of(retweet), List.of(begun.key()))) : null;
    }

    /** The author's retweet of a tweet, null if there is none. */
    @Nullable
    Long find(long authorId, long originalId) {
        return there(marks.find(authorId, originalId).member(originalId), authorId);
    }

    /** The retweet of this mark, null if it is deleted; stored now if it was not. */
    private @Nullable Long there(Member mark, long authorId) {
        if (!mark.isPresent()) {
            return null;
        }
        Stored stored = rows.findSettled(mark.cause());
        if (stored == null) {
            var _ = writer.store(List.of(Tweet.retweet(mark.cause(), authorId, mark.id())));
        }
        return stored == null || !stored.isDeleted() ? (Long) mark.cause() : null;
    }

    /** Ensures that this retweet is stored if it has the author's mark; returns whether it has. */
    boolean complete(long retweetId, long authorId, long originalId) {
        Member mark = marks.find(authorId, originalId).member(originalId);
        if (mark.cause() != retweetId) {
            return false;
        }
        var _ = there(mark, authorId);
        return true;
    }
}
