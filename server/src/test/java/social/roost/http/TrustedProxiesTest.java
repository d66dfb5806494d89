package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Route.Access;

@DisplayName("J1: the client's address")
class TrustedProxiesTest {
    private static final String PEER = "127.0.0.1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7                          | 198.51.100.7",
                "198.51.100.7:4711                     | 198.51.100.7",
                "2001:db8:1:2:3::4                     | 2001:db8:1:2::",
                "[2001:db8:1:2:3::4]:80                | 2001:db8:1:2::",
                "6.6.6.6, 198.51.100.7                 | 198.51.100.7",
                "6.6.6.6, 198.51.100.7, 10.1.2.3       | 198.51.100.7",
                "6.6.6.6, 198.51.100.7, fd00::5        | 198.51.100.7",
                "10.9.9.9, 10.1.2.3                    | 10.9.9.9",
                "6.6.6.6, unknown, 10.1.2.3            | 10.1.2.3",
                "''                                    | 127.0.0.1",
                "example.org                           | 127.0.0.1",
            })
    void isTheFirstFromTheRightThatIsNoProxyOfOurs(String forwarded, String client) throws IOException {
        assertThat(network("127.0.0.1, 10.0.0.0/8, fd00::/8", "x-forwarded-for", forwarded))
                .isEqualTo(networkOf(client));
    }

    @Test
    void isWhatForwardedSaysWhereThereIsNothingElse() throws IOException {
        String header = "for=6.6.6.6, for=\"[2001:db8::7]:99\";proto=https, For=10.1.2.3";
        assertThat(network("127.0.0.1, 10.0.0.0/8", "forwarded", header)).isEqualTo(networkOf("2001:db8::"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/8", "127.0.0.2"})
    void isThePeerWhenThatIsNobodyWeKnow(String trusted) throws IOException {
        assertThat(network(trusted, "x-forwarded-for", "198.51.100.7")).isEqualTo(networkOf(PEER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/", "1.2.3", "fd00::/x"})
    void aNetworkThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(text), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is not a valid network");
    }

    private static long networkOf(String address) {
        return Objects.requireNonNull(ClientAddress.parse(address)).network();
    }

    private static long network(String trusted, String header, String value) throws IOException {
        Map<String, String> flags = Map.of("port", "0", "drain-timeout", "1ms", "trusted-proxies", trusted);
        HttpSettings settings = ConfigLoader.load(HttpSettings.class, new ConfigSources(null, Map.of(), flags))
                .value();
        Route route = Route.get("/", Access.ANYONE, request -> Response.data(200, Long.toString(request.network())));
        try (HttpServer server = new HttpServer(settings, List.of(route), token -> Optional.empty());
                RawClient client = new RawClient(server.start())) {
            Answer answer = client.call(RawRequest.of("GET", "/").header(header, value));
            return answer.json().get("data").asLong();
        }
    }
}
