package social.roost.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /**
     * A page of something else that these tweets stand beside, with the same meta.
     *
     * @param data each as JSON
     * @param others users who are shown beside the authors
     */
    public Response beside(List<byte[]> data, Collection<Profile> others) {
        JsonPage json = new JsonPage(
                bytes() + data.stream().mapToInt(each -> each.length + 1).sum());
        json.open("data").array(data, Function.identity());
        Map<Long, Profile> users = LinkedHashMap.newLinkedHashMap(authors.size() + others.size());
        Stream.concat(authors.stream(), others.stream())
                .forEach(profile -> users.put(profile.user().id(), profile));
        Map<Long, byte[]> tweets = LinkedHashMap.newLinkedHashMap(items.size() + included.size());
        items.forEach(item -> tweets.put(item.id(), item.json()));
        included.forEach(tweet -> tweets.put(tweet.id(), tweet.json()));
        includes(json, users.values(), tweets.values());
        return json.meta(next, previous).end(200);
    }

    private void includes(JsonPage json) {
        includes(json, authors, included.stream().map(StoredTweet::json).toList());
    }

    private void includes(JsonPage json, Collection<Profile> users, Collection<byte[]> tweets) {
        json.open("includes").object().open("users").array(users, Profile::json);
        json.open("tweets").array(tweets, Function.identity());
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
