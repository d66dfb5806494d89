package social.roost.search;

import java.util.List;
import social.roost.search.query.Warning;
import social.roost.view.TweetPage;

/** Found tweets, what was not understood of the query, and where the tweets match. */
public record SearchPage(TweetPage page, List<Warning> warnings, List<Highlight> highlights) {

    /** The matching parts of a tweet, in ascending order, apart from each other. */
    public record Highlight(long tweetId, List<Range> ranges) {}

    /** In code points of the tweet's text, as those of its entities. */
    public record Range(int start, int end) {}
}
