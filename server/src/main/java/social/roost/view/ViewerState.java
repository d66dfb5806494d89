package social.roost.view;

/**
 * The tweets of a page that the viewer has liked, retweeted and bookmarked.
 *
 * <p>Not a record, because it contains arrays.
 */
public final class ViewerState {
    private final long[] liked;
    private final long[] retweeted;
    private final long[] bookmarked;

    ViewerState(long[] liked, long[] retweeted, long[] bookmarked) {
        this.liked = liked;
        this.retweeted = retweeted;
        this.bookmarked = bookmarked;
    }

    public long[] liked() {
        return liked;
    }

    public long[] retweeted() {
        return retweeted;
    }

    public long[] bookmarked() {
        return bookmarked;
    }
}
