package social.roost.tweet;

import org.jspecify.annotations.Nullable;

/**
 * A version of a tweet's text.
 *
 * @param number of edits before
 * @param at since when it is the text, in milliseconds since 1970
 */
public record Revision(
        int number,
        String content,
        boolean sensitive,
        @Nullable String contentWarning,
        long at) {

    /** The text of a tweet as it is. */
    public static Revision of(Tweet tweet) {
        Edition edition = tweet.edition();
        return new Revision(
                edition.number(),
                tweet.content(),
                tweet.labels().sensitive(),
                tweet.labels().contentWarning(),
                edition.isFirst() ? tweet.createdAt() : edition.at());
    }
}
