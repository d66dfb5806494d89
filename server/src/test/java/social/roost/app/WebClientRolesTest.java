package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/** Whether or not the client is part of the tested build. */
@DisplayName("Processes that serve the web client (J4)")
@Timeout(120)
class WebClientRolesTest {
    @TempDir
    Path folder;

    @Test
    void oneProcessAloneDoes() {
        try (LocalServer roost = new LocalServer(folder)) {
            assertThat(roost.call(RawRequest.of("GET", "/")).status()).isEqualTo(200);
        }
    }

    @Test
    void aGatewayDoes() {
        Map<String, String> flags = Map.of("stores", "cluster", "roles", "gateway", "http.port", "0");
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
        GatewayServer gateway = new GatewayServer(config);
        try (gateway;
                RawClient client = new RawClient(gateway.listen())) {
            assertThat(client.call(RawRequest.of("GET", "/")).status()).isEqualTo(200);
            assertThat(client.call(RawRequest.of("GET", "/api/roost/v1/users/me"))
                            .status())
                    .as("the role is not there")
                    .isEqualTo(503);
        }
    }
}
