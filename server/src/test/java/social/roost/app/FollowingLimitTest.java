package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@Timeout(240)
class FollowingLimitTest {

    @Test
    @DisplayName("B1: nobody follows more than the limit, and a follow at the limit is still idempotent")
    void nobodyFollowsMoreThanTheLimit(@TempDir Path folder) {
        try (LocalServer roost = new LocalServer(folder, "graph.maximum-following=2")) {
            String alice = roost.token(roost.register("alice"));
            String bob = roost.register("bob");
            String carol = roost.register("carol");
            String dave = roost.register("dave");
            expect(200, follow(roost, "PUT", alice, bob));
            expect(200, follow(roost, "PUT", alice, carol));
            Answer refused = expect(422, follow(roost, "PUT", alice, dave));
            assertThat(refused.member("code")).isEqualTo("following_limit");
            assertThat(refused.member("field")).isEqualTo("id");
            expect(200, follow(roost, "PUT", alice, bob));
            expect(200, follow(roost, "DELETE", alice, carol));
            expect(200, follow(roost, "PUT", alice, dave));
        }
    }

    private static Answer follow(LocalServer roost, String method, String token, String id) {
        return roost.call(
                RawRequest.of(method, "/api/roost/v1/users/" + id + "/follow").token(token));
    }
}
