package social.roost.tweet;

import social.roost.graph.Hidden;

/**
 * The user who reads tweets. It alone decides which tweets this user sees.
 *
 * @param userId 0 for a viewer who is not logged in
 * @param hidden the users hidden from the viewer
 * @param visitedId an author whose page is visited: the viewer's own mute or block does not hide their tweets; 0 for
 *     none
 */
public record Viewer(long userId, Hidden hidden, long visitedId) {

    public Viewer(long userId, Hidden hidden) {
        this(userId, hidden, 0);
    }

    public Viewer visiting(long authorId) {
        return new Viewer(userId, hidden, authorId);
    }

    /** Whether the tweet's author lets the viewer read it. If not, it does not exist for the viewer. */
    public boolean mayRead(Tweet tweet) {
        return switch (tweet.visibility()) {
            case PUBLIC -> true;
            case UNKNOWN -> false;
        };
    }

    /** Whether lists and streams show the tweet: the viewer may read it, and its author is not hidden. */
    public boolean sees(Tweet tweet) {
        return mayRead(tweet) && (tweet.authorId() == visitedId || !hidden.contains(tweet.authorId()));
    }
}
