package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Objects;
import social.roost.tweet.Mark;

/** What a {@link CountedSets counted set} is of. Stored by their names. */
enum SetKind {
    /** The tweets that a user likes. These are the truth. */
    LIKE,
    /** The tweets that a user has put aside. */
    BOOKMARK,
    /** The tweets that a user has retweeted. */
    RETWEET,
    /** The users that like a tweet. These follow the truth. */
    LIKED,
    /** The users that have put a tweet aside. Nobody is shown them: they tell whose marks go with the tweet. */
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

    /** Those who have put this mark on a tweet. */
    static SetKind markers(Mark mark) {
        return switch (mark) {
            case LIKE -> LIKED;
            case BOOKMARK -> BOOKMARKED;
        };
    }

    /** Whether it is a tweet's, and counted. */
    boolean isOfTweet() {
        return switch (this) {
            case LIKED, BOOKMARKED, RETWEETED, REPLIED, QUOTED -> true;
            case LIKE, BOOKMARK, RETWEET -> false;
        };
    }
}
