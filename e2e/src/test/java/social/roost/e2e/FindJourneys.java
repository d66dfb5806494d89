package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Finding users and hashtags. */
interface FindJourneys extends Journey {
    private static String name(Client user) {
        return user.profile().text("/data/username");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> found(Client reader, String typed) {
        return reader.get("/search/users?q=" + encoded(typed)).expect(200).ids();
    }

    /** Ids of users, then hashtags with their numbers of tweets. */
    private static List<String> suggested(Client reader, String typed) {
        return reader.get("/search/suggest?q=" + encoded(typed))
                .expect(200)
                .data()
                .valueStream()
                .map(one -> one.path("type").asText().equals("user")
                        ? one.at("/user/id").asText()
                        : "#" + one.path("tag").asText() + " "
                                + one.path("tweets_count").asLong())
                .toList();
    }

    private static long uses(Client reader, String tag) {
        return reader.get("/hashtags/" + tag)
                .expect(200)
                .json()
                .at("/data/tweets_count")
                .asLong(-1);
    }

    @Test
    default void usersAreFoundByTheBeginningsOfTheirNamesF2() {
        Client alice = join("alice");
        Client bob = join("bob");
        String name = name(alice);
        Await.equal("found by username", () -> found(bob, name), List.of(alice.id()));
        assertThat(found(bob, "@" + name.toUpperCase(Locale.ROOT))).containsExactly(alice.id());
        assertThat(found(bob, name.substring(0, name.length() - 1))).contains(alice.id());
        assertThat(found(bob, name.substring(1))).isEmpty();

        String number = name.substring(name.indexOf('_') + 1);
        var _ = alice.send("PATCH", "/users/me", Map.of("display_name", "Zo\u00EB Qu" + number + " Mor\u00EDn"))
                .expect(200);
        for (String typed : List.of("qu" + number, "mor qu" + number, "ZOE QU" + number, "zo\u00EB qu" + number)) {
            Await.equal("found by display name: " + typed, () -> found(bob, typed), List.of(alice.id()));
        }
        assertThat(found(Client.at(address()), "qu" + number))
                .as("by a visitor")
                .containsExactly(alice.id());
        assertThat(found(bob, name)).as("by username still").containsExactly(alice.id());
    }

    @Test
    default void whoeverIsBlockedOrSuspendedIsNotSuggestedOrFoundB4F2() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client visitor = Client.at(address());
        String name = name(alice);
        Await.equal("found", () -> found(bob, name), List.of(alice.id()));
        var _ = alice.send("PUT", "/users/" + bob.id() + "/block").expect(200);
        Await.equal("by whom she blocks", () -> found(bob, name), List.of());
        assertThat(suggested(bob, "@" + name)).isEmpty();
        assertThat(found(visitor, name)).containsExactly(alice.id());
        var _ = alice.send("DELETE", "/users/" + bob.id() + "/block").expect(200);
        Await.equal("found again", () -> found(bob, name), List.of(alice.id()));

        var _ = operator().send("PUT", "/admin/users/" + name + "/suspension").expect(200);
        Await.equal("while suspended", () -> found(bob, name), List.of());
        Await.equal("while suspended", () -> suggested(visitor, "@" + name), List.of());
        var _ = operator()
                .send("DELETE", "/admin/users/" + name + "/suspension")
                .expect(200);
        Await.equal("found again", () -> found(visitor, name), List.of(alice.id()));
    }

    @Test
    default void usersAndHashtagsAreSuggestedF2() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client visitor = Client.at(address());
        String name = name(alice);
        String first = bob.tweet("Like her name: #" + name);
        String _ = bob.tweet("A longer one: #" + name + "s");
        List<String> tags = List.of("#" + name + " 1", "#" + name + "s 1");
        List<String> all = List.of(alice.id(), tags.getFirst(), tags.getLast());
        Await.equal("suggested", () -> suggested(bob, name), all);
        Await.equal("to visitors", () -> suggested(visitor, name), all);
        assertThat(suggested(visitor, "@" + name)).containsExactly(alice.id());
        assertThat(suggested(visitor, "#" + name)).isEqualTo(tags);
        bob.delete(first);
        Await.equal("no longer used", () -> suggested(visitor, "#" + name), List.of(tags.getLast()));
    }

    @Test
    default void tweetsWithAHashtagAreCountedF2() {
        Client alice = join("alice");
        Client bob = join("bob");
        String tag = "Tag" + NUMBER.incrementAndGet();
        assertThat(uses(bob, tag)).as("before").isZero();
        String tweet = alice.tweet("Twice in one tweet: #" + tag + " #" + tag.toUpperCase(Locale.ROOT));
        String _ = bob.tweet("#" + tag);
        Await.equal("tweets", () -> uses(bob, tag), 2L);
        Client visitor = Client.at(address());
        assertThat(uses(visitor, tag.toLowerCase(Locale.ROOT))).isEqualTo(2);
        assertThat(visitor.get("/hashtags/%23" + tag).expect(200).text("/data/tag"))
                .isEqualTo(tag);
        alice.delete(tweet);
        Await.equal("tweets after one was deleted", () -> uses(visitor, tag), 1L);
        assertThat(visitor.get("/hashtags/a%20b").status()).isEqualTo(404);
    }
}
