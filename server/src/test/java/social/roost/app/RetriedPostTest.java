package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("A retried post with the same key gets the first response (C7)")
@Timeout(60)
class RetriedPostTest {
    private LocalServer roost;
    private String alice;
    private String bob;
    private String alices;
    private String bobs;
    private String tweet;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        bob = roost.register("bob");
        alices = roost.token(alice);
        bobs = roost.token(bob);
        tweet = roost.post(alices, "bread");
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    /** CASES A-03. */
    @ParameterizedTest
    @ValueSource(strings = {"reply_to_id", "quote_of_id"})
    void whateverHasBecomeOfTheTweetThatItIsAbout(String field) {
        String body = "{\"content\":\"yes\",\"" + field + "\":\"" + tweet + "\"}";
        String first = expect(201, post(body)).member("id");
        String block = "/api/roost/v1/users/" + bob + "/block";
        expect(200, roost.call(RawRequest.of("PUT", block).token(alices)));
        assertThat(expect(201, post(body)).member("id")).as("blocked").isEqualTo(first);
        expect(200, roost.call(RawRequest.of("DELETE", block).token(alices)));
        expect(204, delete(alices, tweet));
        assertThat(expect(201, post(body)).member("id")).as("deleted").isEqualTo(first);
        roost.server.stores().users().accounts().suspend(Long.parseLong(alice), 1);
        roost.server.features().users.suspensions.lookUp();
        assertThat(expect(201, post(body)).member("id")).as("suspended").isEqualTo(first);
    }

    /** CASES A-01b. */
    @Test
    void andIsToldWhenItsTweetWasDeletedSince() {
        String first = expect(201, post("{\"content\":\"yes\"}")).member("id");
        expect(204, delete(bobs, first));
        assertThat(expect(410, post("{\"content\":\"yes\"}")).member("code")).isEqualTo("tweet_deleted");
        assertThat(expect(409, post("{\"content\":\"no\"}")).member("code")).isEqualTo("idempotency_key_reused");
        roost.clock.advance(Duration.ofHours(25));
        bobs = roost.token(bob);
        assertThat(expect(201, post("{\"content\":\"yes\"}")).member("id")).isNotEqualTo(first);
    }

    /** CASES A-02b. */
    @Test
    void alsoWhenItsTextComesInAnotherNormalForm() {
        String first = expect(201, post("{\"content\":\"caf\u00E9\"}")).member("id");
        assertThat(expect(201, post("{\"content\":\"cafe\u0301\"}")).member("id"))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply_to_id", "quote_of_id"})
    void butAnotherRequestDoesNot(String field) {
        expect(201, post("{\"content\":\"yes\"}"));
        String body = "{\"content\":\"yes\",\"" + field + "\":\"" + tweet + "\"}";
        assertThat(expect(409, post(body)).member("code")).isEqualTo("idempotency_key_reused");
    }

    private Answer post(String body) {
        return roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                .token(bobs)
                .header("idempotency-key", "key")
                .json(body));
    }

    private Answer delete(String token, String id) {
        return roost.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + id).token(token));
    }
}
