package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.gateway.RouteTable.Owned;

/** A gateway sends each request to the role that has the route (K1). */
class RoutesOfRolesTest {
    @Test
    void helpTextsNameEveryRole() {
        assertThat(Role.NAMES)
                .isEqualTo(Arrays.stream(Role.values()).map(Role::text).collect(Collectors.joining(", ")));
    }

    @Test
    void theGatewayKnowsTheRoutesOfEveryRole(@TempDir Path data) {
        try (LocalServer roost = new LocalServer(data)) {
            List<Owned> served = Role.WITH_STORES.stream()
                    .flatMap(role -> roost.server.features().routes(Set.of(role)).stream()
                            .map(route -> new Owned(
                                    role.text(),
                                    route.method(),
                                    route.template(),
                                    route.template().endsWith("/stream"))))
                    .toList();
            assertThat(RoutesOfRoles.owned()).containsExactlyInAnyOrderElementsOf(served);
        }
    }
}
