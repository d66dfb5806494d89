package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.RawRequest;

@DisplayName("Users to follow (issue 18.4)")
@Timeout(120)
class SuggestionRoutesTest {
    private static final String SUGGESTIONS = "/api/roost/v1/users/suggestions";

    @TempDir
    Path folder;

    private LocalServer roost;
    private String alice;
    private String bob;
    private String carol;
    private String alices;

    @BeforeEach
    void start() {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        alices = roost.token(alice);
        bob = roost.register("bob");
        carol = roost.register("carol");
        roost.post(roost.token(bob), "hello");
        roost.post(roost.token(carol), "hello");
        roost.server.features().suggestions.active.refresh();
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void aNewUserGetsActiveUsersAndAfterAFollowThoseWhomTheFolloweeFollows() {
        follow(bob, roost.token(carol));
        roost.server.features().suggestions.active.refresh();
        assertThat(suggested()).containsExactly(bob + " popular []", carol + " popular []");

        follow(carol, roost.token(bob));
        follow(bob, alices);
        assertThat(suggested()).containsExactly(carol + " followed_by_people_you_follow [\"" + bob + "\"]");
        assertThat(list("").at("/includes/users").findValuesAsText("username"))
                .containsExactlyInAnyOrder("bob", "carol");
    }

    @Test
    void whomAUserDismissedIsNeverSuggestedAgainAlsoAfterARestart() {
        for (int i = 0; i < 2; i++) {
            expect(
                    204,
                    roost.call(RawRequest.of("DELETE", SUGGESTIONS + "/" + bob).token(alices)));
        }
        assertThat(suggested()).containsExactly(carol + " popular []");
        roost.close();
        roost = new LocalServer(folder);
        roost.server.features().suggestions.active.refresh();
        assertThat(suggested()).containsExactly(carol + " popular []");
    }

    private void follow(String followee, String token) {
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + followee + "/follow")
                        .token(token)));
    }

    private List<String> suggested() {
        List<String> lines = new ArrayList<>();
        list("").get("data")
                .forEach(one -> lines.add(
                        one.get("user_id").asText() + " " + one.get("reason").asText() + " " + one.get("followed_by")));
        return lines;
    }

    private JsonNode list(String query) {
        return expect(200, roost.get(SUGGESTIONS + query, alices)).json();
    }
}
