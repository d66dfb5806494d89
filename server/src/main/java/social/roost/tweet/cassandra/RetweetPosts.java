package social.roost.tweet.cassandra;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.cassandra.Turns;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore.Posted;
import social.roost.tweet.cassandra.KeyedPosts.Outcome;
import social.roost.tweet.cassandra.TweetRows.Stored;

/**
 * Posts of retweets, of which an author has one of a tweet. Three steps: an entry of the outbox, the author's {@link
 * RetweetMarks mark}, and the tweet, by a batch that removes the entry. The mark decides.
 *
 * <p>What a crash leaves: an entry alone, which the sweep removes after it has fenced the author's set, so that a mark that was
 * merely slow is not made any more; or a mark whose tweet is not there, which is completed by the sweep, the next post of the
 * same, or whoever looks for it. All that is stored of a retweet follows from its id, its author and its original, so it makes
 * no difference who stores it and how often, and nothing has to be buried.
 *
 * <p>Races: of posts, one makes the mark and the others find it. A deletion deletes the tweet first and then the mark, if that
 * still is of this tweet; until then, or if it is cut short until its sweep, a post that finds the mark of a deleted tweet
 * moves it to its own. Whoever stores a tweet that meanwhile was deleted changes nothing, since what deletes it is as of later.
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

    /** Stores the retweet, or tells of the one that the author has. */
    Outcome post(Tweet retweet) {
        return turns.take(retweet.authorId(), () -> Attempts.make(cassandra, () -> attempt(retweet)));
    }

    private @Nullable Outcome attempt(Tweet retweet) {
        SetView seen = marks.find(retweet.authorId(), RetweetMarks.originalId(retweet));
        Member member = seen.member(RetweetMarks.originalId(retweet));
        if (member.isPresent() && member.cause() == retweet.id()) {
            return new Outcome(new Posted.Stored(), writer.store(retweet));
        }
        Long earlier = there(member, retweet.authorId());
        if (earlier != null) {
            return new Outcome(new Posted.Repeated(earlier), null);
        }
        Event event = new Event.TweetPosted(retweet.id(), retweet.authorId());
        Entry<OutboxKey> begun = OutboxKey.begun(member.id(), retweet.id(), event, clock.millis());
        cassandra.write(outbox.insertWithEvent(begun));
        return marks.put(seen, retweet)
                ? new Outcome(new Posted.Stored(), writer.store(retweet, List.of(begun.key())))
                : null;
    }

    /** The author's retweet of a tweet, null when there is none. */
    @Nullable
    Long find(long authorId, long originalId) {
        return there(marks.find(authorId, originalId).member(originalId), authorId);
    }

    /** The retweet that this mark is of, null when it is deleted; stored now if it was not. */
    private @Nullable Long there(Member mark, long authorId) {
        if (!mark.isPresent()) {
            return null;
        }
        Stored stored = rows.findSettled(mark.cause());
        if (stored == null) {
            var _ = writer.store(Tweet.retweet(mark.cause(), authorId, mark.id()));
        }
        return stored == null || !stored.isDeleted() ? (Long) mark.cause() : null;
    }

    /** Sees to it that this retweet is there if it has the author's mark, and tells whether it has. */
    boolean complete(long retweetId, long authorId, long originalId) {
        Member mark = marks.find(authorId, originalId).member(originalId);
        if (mark.cause() != retweetId) {
            return false;
        }
        var _ = there(mark, authorId);
        return true;
    }
}
