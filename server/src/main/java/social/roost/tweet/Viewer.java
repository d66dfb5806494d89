package social.roost.tweet;

import java.util.function.LongPredicate;
import java.util.function.Predicate;
import social.roost.graph.Hidden;

/**
 * The user who reads tweets. It alone decides which tweets this user sees.
 *
 * <p>What a user opens directly, such as a tweet or a profile, shows muted texts. A list asks {@link #readingList} or
 * {@link #readingHome} for the viewer that it loads tweets for.
 *
 * @param userId 0 for a viewer who is not logged in
 * @param hidden the users hidden from the viewer
 * @param visitedId an author whose page is visited: the viewer's own mute or block does not hide their tweets; 0 for
 *     none
 * @param texts what the viewer does not want to read
 * @param muted of these, what matters where the viewer reads
 */
public record Viewer(long userId, Hidden hidden, long visitedId, MutedTexts texts, Predicate<String> muted) {

    public Viewer(long userId, Hidden hidden, MutedTexts texts) {
        this(userId, hidden, 0, texts, MutedTexts.NO_TEXT);
    }

    public Viewer visiting(long authorId) {
        return new Viewer(userId, hidden, authorId, texts, MutedTexts.NO_TEXT);
    }

    /** The viewer of the home timeline. */
    public Viewer readingHome() {
        return reading(texts.inHome(userId));
    }

    /** The viewer of any other list, of notifications and of trends. */
    public Viewer readingList() {
        return reading(texts.inLists(userId));
    }

    private Viewer reading(Predicate<String> muted) {
        return muted.equals(this.muted) ? this : new Viewer(userId, hidden, visitedId, texts, muted);
    }

    /** Whether the tweet's author lets the viewer read it. If not, it does not exist for the viewer. */
    public boolean mayRead(Tweet tweet) {
        return mayRead(tweet.visibility());
    }

    private static boolean mayRead(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> true;
            case UNKNOWN -> false;
        };
    }

    /** Whether lists and streams show the tweet: the viewer may read it, and its author is not hidden. */
    public boolean sees(Tweet tweet) {
        return mayRead(tweet) && (tweet.authorId() == visitedId || !hidden.contains(tweet.authorId()));
    }

    /**
     * Like {@link #sees(Tweet)}.
     *
     * @param hides whether an author is hidden, see {@link Hidden#contains}
     */
    public boolean sees(Outline tweet, LongPredicate hides) {
        return mayRead(tweet.visibility()) && (tweet.authorId() == visitedId || !hides.test(tweet.authorId()));
    }

    /** Whether the viewer mutes any text here. */
    public boolean mutesTexts() {
        return !muted.equals(MutedTexts.NO_TEXT);
    }

    /** Whether the viewer does not want to read this tweet here; own tweets are never muted. */
    public boolean mutes(Tweet tweet) {
        if (!mutesTexts() || tweet.authorId() == userId) {
            return false;
        }
        String warning = tweet.labels().contentWarning();
        Poll poll = tweet.poll();
        return muted.test(tweet.content())
                || (warning != null && muted.test(warning))
                || (poll != null && poll.options().stream().anyMatch(muted));
    }

    /** Whether the viewer does not want to read this text here. */
    public boolean mutes(String text) {
        return muted.test(text);
    }
}
