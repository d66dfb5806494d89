package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.event.Await;
import social.roost.user.Moderation;
import social.roost.user.NewAccount;
import social.roost.user.User;

@DisplayName("Whom an operator suspends at one process is out at all (L4, K1)")
@Tag("stack")
@Timeout(240)
class SharedSuspensionTest {
    @Test
    void andInAgainAtAll() throws Exception {
        var settings = OwnCluster.settings();
        try (Server first = OwnCluster.server(settings, "users");
                Server second = OwnCluster.server(settings, "timelines")) {
            long user = first.services().ids.next();
            String name = "s" + user;
            var _ = first.stores()
                    .users()
                    .create(new NewAccount(User.named(user, name, name), name + "@example.org", null));
            String token = first.services().sessions.begin(user, "test").token();
            assertThat(second.services().sessions.authenticate(token)).isPresent();
            Moderation moderation = new Moderation(
                    first.stores().users(),
                    first.services().suspensions,
                    first.services().sessions,
                    InstantSource.system());

            assertThat(moderation.suspend(user)).isTrue();
            assertThat(first.services().suspensions.include(user)).isTrue();
            Await.until(() -> second.services().suspensions.include(user));
            Await.until(() -> second.services().sessions.authenticate(token).isEmpty());
            assertThat(second.services().viewers.of(0).hidden().contains(user)).isTrue();

            assertThat(moderation.reinstate(user)).isTrue();
            Await.until(() -> !second.services().suspensions.include(user));
        }
    }
}
