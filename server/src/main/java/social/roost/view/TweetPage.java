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
 * @param authors of the tweets, each once
 */
public record TweetPage(
        List<StoredTweet> tweets,
        Collection<Profile> authors,
        @Nullable Cursor next,
        @Nullable Cursor previous) {

    private static final byte[] NONE = {'[', ']'};
    private static final int OTHER_BYTES = 256;

    /** The page as the API shows it: the parts that do not depend on the reader are copied as they were encoded once. */
    public Response response() {
        JsonPage json = new JsonPage(bytes()).open("data").array(tweets, StoredTweet::json);
        includes(json);
        return json.open("viewer").object().closeObject().meta(next, previous).end(200);
    }

    /** One tweet as {@code {"data": tweet, "includes": ...}}. */
    public static Response one(int status, StoredTweet tweet, Profile author) {
        TweetPage page = new TweetPage(List.of(tweet), List.of(author), null, null);
        JsonPage json = new JsonPage(page.bytes()).open("data").raw(tweet.json());
        page.includes(json);
        return json.end(status);
    }

    private void includes(JsonPage json) {
        json.open("includes").object().open("users").array(authors, Profile::json);
        json.open("tweets").raw(NONE).open("media").raw(NONE).closeObject();
    }

    private int bytes() {
        int bytes = OTHER_BYTES + tweets.size() + authors.size();
        for (StoredTweet tweet : tweets) {
            bytes += tweet.json().length;
        }
        for (Profile author : authors) {
            bytes += author.json().length;
        }
        return bytes;
    }
}
