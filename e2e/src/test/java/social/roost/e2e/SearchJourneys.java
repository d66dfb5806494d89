package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Searching tweets. */
interface SearchJourneys extends Journey {
    /** A word that no other tweet has. */
    private static String word() {
        return "wort" + Integer.toString(NUMBER.incrementAndGet(), 36);
    }

    private static List<String> found(Client reader, String query) {
        return reader.get("/search/tweets?sort=latest&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .ids();
    }

    @Test
    default void aTweetIsFoundUntilItIsDeletedF1() {
        Client alice = join("alice");
        Client bob = join("bob");
        String word = word();
        String first = alice.tweet("Le café de " + word);
        String second = bob.tweet("Coffee " + word + " #Coffee");
        Await.equal("found", () -> found(bob, word), List.of(second, first));
        assertThat(found(bob, word + " cafe")).containsExactly(first);
        assertThat(found(bob, word + " -café")).containsExactly(second);
        assertThat(found(bob, "#coffee " + word)).containsExactly(second);
        assertThat(found(Client.at(address()), word)).containsExactly(second, first);
        alice.delete(first);
        assertThat(found(bob, word)).containsExactly(second);
    }

    @Test
    default void whoeverIsBlockedIsNotFoundB4() {
        Client alice = join("alice");
        Client bob = join("bob");
        String word = word();
        String tweet = alice.tweet(word);
        Await.equal("found", () -> found(bob, word), List.of(tweet));
        var _ = alice.send("PUT", "/users/" + bob.id() + "/block").expect(200);
        assertThat(found(bob, word)).isEmpty();
        var _ = alice.send("DELETE", "/users/" + bob.id() + "/block").expect(200);
        Await.equal("found again", () -> found(bob, word), List.of(tweet));
    }
}
