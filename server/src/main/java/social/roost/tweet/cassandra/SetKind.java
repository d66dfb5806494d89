package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Objects;
import social.roost.tweet.Mark;

/** The kinds of {@link CountedSets counted sets}. Stored by name. */
enum SetKind {
    /** The tweets that a user likes. Authoritative. */
    LIKE,
    /** The tweets that a user has bookmarked. */
    BOOKMARK,
    /** The tweets that a user has retweeted. */
    RETWEET,
    /** The users who like a tweet. Derived from the users' sets. */
    LIKED,
    /**
     * The users who have bookmarked a tweet. Not shown to anyone, but needed to remove the marks of a deleted tweet.
     */
    BOOKMARKED,
    /** The retweets of a tweet. */
    RETWEETED,
    /** The replies to a tweet. */
    REPLIED,
    /** The tweets that quote a tweet. */
    QUOTED;

    static SetKind of(Row row) {
        return valueOf(Objects.requireNonNull(row.getString("kind")));
    }

    static SetKind of(Mark mark) {
        return switch (mark) {
            case LIKE -> LIKE;
            case BOOKMARK -> BOOKMARK;
        };
    }

    /** The users who have added this mark to a tweet. */
    static SetKind markers(Mark mark) {
        return switch (mark) {
            case LIKE -> LIKED;
            case BOOKMARK -> BOOKMARKED;
        };
    }

    /** Whether it belongs to a tweet, and is counted. */
    boolean isOfTweet() {
        return switch (this) {
            case LIKED, BOOKMARKED, RETWEETED, REPLIED, QUOTED -> true;
            case LIKE, BOOKMARK, RETWEET -> false;
        };
    }
}
