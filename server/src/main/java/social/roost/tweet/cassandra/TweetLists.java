package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import java.util.ArrayList;
import java.util.List;
import social.roost.tweet.Tweet;

/**
 * The lists that contain a tweet.
 *
 * @param authors its author's tweets
 * @param own its author's tweets without replies to others
 * @param media its author's tweets with media
 * @param referring the tweets that refer to the same tweets
 */
record TweetLists(AuthorTweets authors, AuthorTweets own, AuthorTweets media, ReferringTweets referring) {

    List<BoundStatement> inserts(Tweet tweet) {
        List<BoundStatement> statements = new ArrayList<>(referring.inserts(tweet));
        statements.add(authors.insert(tweet));
        if (isOwn(tweet)) {
            statements.add(own.insert(tweet));
        }
        if (!tweet.mediaIds().isEmpty()) {
            statements.add(media.insert(tweet));
        }
        return statements;
    }

    /** Win over the inserts, even if those arrive later. */
    List<BoundStatement> deletes(Tweet tweet) {
        List<BoundStatement> statements = new ArrayList<>(referring.deletes(tweet));
        addDeletes(tweet, statements);
        return statements;
    }

    /** Like {@link #deletes}, for a tweet that was never stored. */
    List<BoundStatement> removals(Tweet tweet) {
        List<BoundStatement> statements = new ArrayList<>(referring.removals(tweet));
        addDeletes(tweet, statements);
        return statements;
    }

    private void addDeletes(Tweet tweet, List<BoundStatement> statements) {
        statements.add(authors.delete(tweet.authorId(), tweet.id()));
        if (isOwn(tweet)) {
            statements.add(own.delete(tweet.authorId(), tweet.id()));
        }
        if (!tweet.mediaIds().isEmpty()) {
            statements.add(media.delete(tweet.authorId(), tweet.id()));
        }
    }

    private static boolean isOwn(Tweet tweet) {
        return !tweet.references().repliesToOther(tweet.authorId());
    }
}
