package social.roost.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import social.roost.base.Cursor;
import social.roost.base.Encoding;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.http.JsonPage;
import social.roost.tweet.Counts;
import social.roost.tweet.References;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;
import social.roost.user.Profile;
import social.roost.user.ProfileCounts;
import social.roost.user.User;
import social.roost.view.Entry;
import social.roost.view.PageItem;
import social.roost.view.TweetPage;

/** A second API next to Roost's renders the same pages in its own JSON: nothing below the API knows of either. */
class SecondFormatTest {
    private static final JsonPage.Name STATUSES = new JsonPage.Name("statuses");
    private static final JsonPage.Name STATUS = new JsonPage.Name("status");
    private static final JsonPage.Name ACCOUNT = new JsonPage.Name("account");
    private static final Encoding<StoredTweet> STATUS_ENCODING = new Encoding<>(tweet ->
            Json.encode(new Status(tweet.tweet().content(), tweet.counts().likes())));
    private static final Encoding<Profile> ACCOUNT_ENCODING =
            new Encoding<>(profile -> Json.encode(new Account(profile.user().username())));

    private final StoredTweet tweet = new StoredTweet(
            new Tweet(7, 1, "hello", Entities.NONE, References.NONE, 7, Visibility.PUBLIC), new Counts(3, 0, 0, 0));
    private final Profile author = new Profile(User.named(1, "alice", "Alice"), new ProfileCounts.Counts(0, 0, 1));
    private final TweetPage page = new TweetPage(
            List.of(new Entry(tweet, List.of())),
            List.of(),
            List.of(author),
            List.of(),
            List.of(),
            Map.of(),
            null,
            Cursor.of(1, 7),
            null);

    @Test
    void bothRenderTheSamePage() {
        String roost = TweetPageJson.page(page).toString();
        assertThat(roost).startsWith("{\"data\":[{\"id\":\"7\",\"author_id\":\"1\",\"content\":\"hello\"");
        assertThat(statuses(page))
                .hasToString("{\"statuses\":[{\"status\":{\"text\":\"hello\",\"favourites_count\":3},"
                        + "\"account\":{\"acct\":\"alice\"}}]}");
        assertThat(TweetPageJson.page(page)).hasToString(roost);
    }

    @Test
    void eachEncodesATweetOnceForAllItsReaders() {
        byte[] ofRoost = TweetJson.ENCODING.of(tweet);
        byte[] ofTheOther = STATUS_ENCODING.of(tweet);
        assertThat(TweetJson.ENCODING.of(tweet)).isSameAs(ofRoost);
        assertThat(STATUS_ENCODING.of(tweet)).isSameAs(ofTheOther);
    }

    /** With each author inside the tweet, while Roost's API has them in a separate list. */
    private static EncodedJson statuses(TweetPage page) {
        Map<Long, Profile> authors = page.authors().stream()
                .collect(Collectors.toMap(profile -> profile.user().id(), Function.identity()));
        return new JsonPage(100)
                .open(STATUSES)
                .array(page.items(), item -> status(item, authors))
                .end();
    }

    private static byte[] status(PageItem item, Map<Long, Profile> authors) {
        if (!(item instanceof Entry entry)) {
            throw new AssertionError(item);
        }
        return new JsonPage(100)
                .open(STATUS)
                .raw(STATUS_ENCODING.of(entry.tweet()))
                .open(ACCOUNT)
                .raw(ACCOUNT_ENCODING.of(Objects.requireNonNull(authors.get(entry.authorId()))))
                .end()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private record Status(String text, long favouritesCount) {}

    private record Account(String acct) {}
}
