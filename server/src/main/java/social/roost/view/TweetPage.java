package social.roost.view;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.http.JsonPage;
import social.roost.http.Response;
import social.roost.tweet.StoredTweet;
import social.roost.user.Profile;

/**
 * Tweets and what a client needs beside them, complete and ready to be written.
 *
 * @param included tweets that those of the page retweet or quote, each once
 * @param authors of all of them, each once
 * @param state what the viewer has done with them, null for someone who is not logged in
 */
public record TweetPage(
        List<? extends PageItem> items,
        Collection<StoredTweet> included,
        Collection<Profile> authors,
        @Nullable ViewerState state,
        @Nullable Cursor next,
        @Nullable Cursor previous) {

    private static final byte[] NONE = {'[', ']'};
    private static final int OTHER_BYTES = 320;

    /** The page as the API shows it: the parts that do not depend on the viewer are copied as they were encoded once. */
    public Response response() {
        JsonPage json = new JsonPage(bytes()).open("data").array(items, PageItem::json);
        includes(json);
        return json.meta(next, previous).end(200);
    }

    /** A page of one tweet as {@code {"data": tweet, "includes": ...}}. */
    public Response single(int status) {
        JsonPage json = new JsonPage(bytes()).open("data").raw(items.getFirst().json());
        includes(json);
        return json.end(status);
    }

    private void includes(JsonPage json) {
        json.open("includes").object().open("users").array(authors, Profile::json);
        json.open("tweets").array(included, StoredTweet::json);
        json.open("media").raw(NONE).closeObject();
        json.open("viewer").object();
        if (state != null) {
            json.open("liked").ids(state.liked());
            json.open("retweeted").ids(state.retweeted());
            json.open("bookmarked").ids(state.bookmarked());
        }
        json.closeObject();
    }

    private int bytes() {
        int bytes = OTHER_BYTES + items.size() + included.size() + authors.size();
        for (PageItem item : items) {
            bytes += item.json().length;
        }
        for (StoredTweet tweet : included) {
            bytes += tweet.json().length;
        }
        for (Profile author : authors) {
            bytes += author.json().length;
        }
        return bytes;
    }
}
