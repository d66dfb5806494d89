package social.roost.view;

import social.roost.graph.Hidden;

/**
 * Who looks at tweets.
 *
 * @param userId 0 for someone who is not logged in
 * @param hidden whom they do not get to see
 * @param visitedId an author whose tweets they have come to see, whom a mute or a block of their own does not hide then; 0 for
 *     none
 */
public record Viewer(long userId, Hidden hidden, long visitedId) {

    public Viewer(long userId, Hidden hidden) {
        this(userId, hidden, 0);
    }

    public Viewer visiting(long authorId) {
        return new Viewer(userId, hidden, authorId);
    }

    public boolean sees(long authorId) {
        return authorId == visitedId || !hidden.contains(authorId);
    }
}
