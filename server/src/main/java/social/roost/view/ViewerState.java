package social.roost.view;

import social.roost.tweet.ViewerMarks;

/**
 * Which tweets of a page the viewer has liked, retweeted and bookmarked.
 *
 * <p>Not a record, since it holds arrays.
 */
final class ViewerState {
    private final long[] liked;
    private final long[] retweeted;
    private final long[] bookmarked;

    ViewerState(ViewerMarks marks, long userId, long[] tweetIds) {
        liked = marks.liked(userId, tweetIds);
        retweeted = marks.retweeted(userId, tweetIds);
        bookmarked = marks.bookmarked(userId, tweetIds);
    }

    long[] liked() {
        return liked;
    }

    long[] retweeted() {
        return retweeted;
    }

    long[] bookmarked() {
        return bookmarked;
    }
}
