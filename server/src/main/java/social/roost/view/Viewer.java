package social.roost.view;

import social.roost.graph.Hidden;

/**
 * The user who reads tweets.
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

    public boolean sees(long authorId) {
        return authorId == visitedId || !hidden.contains(authorId);
    }
}
