package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.config.ConfigException;

class HostAddressTest {
    @Test
    void aHostAndAPortAreRead() {
        assertThat(HostAddress.parse("users.internal:8080")).isEqualTo(new HostAddress("users.internal", 8080));
        assertThat(HostAddress.parse("10.0.0.1:1")).isEqualTo(new HostAddress("10.0.0.1", 1));
        assertThat(HostAddress.parse("[::1]:65535")).isEqualTo(new HostAddress("[::1]", 65_535));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "users:", ":80", "users:65536", "users:x", "::1:80", "http://users:80", "a b:80"})
    void anythingElseIsRefusedWithTheSettings(String text) {
        assertThatThrownBy(() -> Edge.load(GatewaySettings.class, Map.of("roles", "users=" + text)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(text);
    }

    @Test
    void everyAddressOfAHostIsFound() throws Exception {
        assertThat(HostAddress.parse("localhost:80").lookUp())
                .contains(SocketAddress.inetSocketAddress(80, "127.0.0.1"));
        assertThat(HostAddress.parse("10.0.0.1:80").lookUp())
                .isEqualTo(List.of(SocketAddress.inetSocketAddress(80, "10.0.0.1")));
        assertThat(HostAddress.parse("[::1]:80").lookUp()).hasSize(1);
    }
}
