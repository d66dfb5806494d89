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

@DisplayName("A user suspended at one process is suspended at all (L4, K1)")
@Tag("stack")
@Timeout(240)
class SharedSuspensionTest {
    @Test
    void andInAgainAtAll() throws Exception {
        var settings = OwnCluster.settings();
        try (Server first = OwnCluster.server(settings, "users");
                Server second = OwnCluster.server(settings, "timelines")) {
            long user = first.stores().infrastructure().ids().next();
            String name = "s" + user;
            var _ = first.stores()
                    .users()
                    .accounts()
                    .create(new NewAccount(User.named(user, name, name), name + "@example.org", null));
            String token = first.features().users.sessions.begin(user, "test").token();
            assertThat(second.features().users.sessions.authenticate(token)).isPresent();
            Moderation moderation = new Moderation(
                    first.stores().users().accounts(),
                    first.features().users.suspensions,
                    first.features().users.sessions,
                    InstantSource.system());

            assertThat(moderation.suspend(user)).isTrue();
            assertThat(first.features().users.suspensions.include(user)).isTrue();
            Await.until(() -> second.features().users.suspensions.include(user));
            Await.until(
                    () -> second.features().users.sessions.authenticate(token).isEmpty());
            assertThat(second.features().tweets.viewers.of(0).hidden().contains(user))
                    .isTrue();

            assertThat(moderation.reinstate(user)).isTrue();
            Await.until(() -> !second.features().users.suspensions.include(user));
        }
    }
}
