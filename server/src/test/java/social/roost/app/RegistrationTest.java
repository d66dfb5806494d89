package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

@DisplayName("Who can register (issue 24.4, M4)")
@Timeout(120)
class RegistrationTest {
    private static final String USERS = "/api/roost/v1/users";
    private static final String INVITATIONS = "/api/roost/v1/invitations";

    @TempDir
    Path folder;

    @Test
    void nobodyRegistersWhileItIsClosed() {
        try (LocalServer roost = new LocalServer(folder, "registration.mode=closed")) {
            assertThat(expect(403, register(roost, "alice", "a@x.org", null)).member("code"))
                    .isEqualTo("registration_closed");
            assertThat(roost.call(RawRequest.of("GET", "/api/roost/v1/capabilities"))
                            .member("registration"))
                    .isEqualTo("closed");
        }
    }

    @Test
    void anInvitationIsUsedAsOftenAsItSaysAndNotAfterItsEnd() {
        try (LocalServer roost = byInvitation()) {
            String root = roost.token(roost.createOperator("root"));
            assertThat(expect(422, register(roost, "alice", "a@x.org", null)).member("field"))
                    .isEqualTo("invitation");
            String code = invitation(roost, root, 2);
            expect(422, register(roost, "alice", "a@x.org", "x" + code));
            expect(422, register(roost, "not a name", "a@x.org", code));
            expect(201, register(roost, "alice", "a@x.org", code));
            expect(409, register(roost, "Alice", "b@x.org", code));
            expect(201, register(roost, "bob", "b@x.org", " " + code + " "));
            expect(422, register(roost, "carol", "c@x.org", code));
            String late = invitation(roost, root, 1);
            roost.clock.advance(Duration.ofDays(8));
            expect(422, register(roost, "carol", "c@x.org", late));
        }
    }

    @Test
    void manyAtOnceDoNotUseItMoreOften() {
        try (LocalServer roost = byInvitation()) {
            String code = invitation(roost, roost.token(roost.createOperator("root")), 3);
            AtomicInteger registered = new AtomicInteger();
            try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 12; i++) {
                    String name = "guest" + i;
                    crowd.execute(() -> {
                        try (RawClient client = new RawClient(roost.port)) {
                            RawRequest request = RawRequest.of("POST", USERS).json(body(name, name + "@x.org", code));
                            if (client.call(request).status() == 201) {
                                registered.incrementAndGet();
                            }
                        }
                    });
                }
            }
            assertThat(registered).hasValue(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@bad.example", "a@BAD.example", "a@mail.bad.example", "a@bad.example."})
    void blockedDomainsCannotRegister(String address) {
        try (LocalServer roost = new LocalServer(folder, "registration.blocked-domains=bad.example,worse.example")) {
            assertThat(expect(422, register(roost, "alice", address, null)).member("field"))
                    .isEqualTo("email");
            expect(201, register(roost, "alice", "a@notbad.example", null));
        }
    }

    private LocalServer byInvitation() {
        return new LocalServer(folder, "registration.mode=invitation", "admin.usernames=root");
    }

    private static String invitation(LocalServer roost, String token, int uses) {
        RawRequest request = RawRequest.of("POST", INVITATIONS).token(token);
        return expect(201, roost.call(request.json("{\"uses\":" + uses + "}"))).member("code");
    }

    private static Answer register(LocalServer roost, String username, String email, @Nullable String invitation) {
        return roost.call(RawRequest.of("POST", USERS).json(body(username, email, invitation)));
    }

    private static String body(String username, String email, @Nullable String invitation) {
        String more = invitation == null ? "" : ",\"invitation\":\"" + invitation + "\"";
        return "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"a long password\"%s}"
                .formatted(username, email, more);
    }
}
