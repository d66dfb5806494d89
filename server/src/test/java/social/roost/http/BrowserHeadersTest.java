package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Route.Access;

@DisplayName("J1: CORS and Strict-Transport-Security")
@Timeout(120)
class BrowserHeadersTest {
    private static final String APP = "https://app.example.org";
    private static final String OTHER = "https://evil.example.org";
    private static final String ALLOWED = "access-control-allow-origin";
    private static final String STRICT = "strict-transport-security";

    @ParameterizedTest
    @CsvSource({"/open, 200", "/closed, 401", "/nowhere, 404"})
    void anAllowedPageMayReadEveryAnswer(String path, int status) throws IOException {
        Answer answer = call(Map.of("allowed-origins", APP), asked("GET", path, APP));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header(ALLOWED)).hasValue(APP);
        assertThat(answer.header("access-control-expose-headers"))
                .hasValueSatisfying(value -> assertThat(value).contains("retry-after"));
        assertThat(answer.header("vary")).hasValue("origin");
        assertThat(answer.header("access-control-allow-credentials")).isEmpty();
    }

    @Test
    void anotherPageMayNot() throws IOException {
        Answer answer = call(Map.of("allowed-origins", APP), asked("GET", "/open", OTHER));
        assertThat(answer.header(ALLOWED)).isEmpty();
        assertThat(answer.header("vary")).hasValue("origin");
    }

    @Test
    void anyPageMayWhereAnyIsAllowed() throws IOException {
        assertThat(call(Map.of("allowed-origins", "*"), asked("GET", "/open", OTHER))
                        .header(ALLOWED))
                .hasValue("*");
    }

    @Test
    void noPageMayUnlessSomeoneSaysSo() throws IOException {
        Answer answer = call(Map.of(), asked("GET", "/open", APP));
        assertThat(answer.header(ALLOWED)).isEmpty();
        assertThat(answer.header("vary")).isEmpty();
    }

    @Test
    void aBrowserThatAsksBeforehandIsToldWhatAPageMaySend() throws IOException {
        RawRequest preflight = asked("OPTIONS", "/closed", APP)
                .header("access-control-request-method", "PUT")
                .header("access-control-request-headers", "authorization");
        Answer answer = call(Map.of("allowed-origins", APP), preflight);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header(ALLOWED)).hasValue(APP);
        assertThat(answer.header("access-control-allow-methods"))
                .hasValueSatisfying(value -> assertThat(value).contains("PUT"));
        assertThat(answer.header("access-control-allow-headers"))
                .hasValueSatisfying(value -> assertThat(value).contains("authorization", "idempotency-key"));
        assertThat(answer.header("access-control-max-age")).hasValue("7200");
    }

    @Test
    void optionsWithoutAPageTellsWhatTheAddressTakes() throws IOException {
        Answer answer = call(Map.of("allowed-origins", APP), RawRequest.of("OPTIONS", "/open"));
        assertThat(answer.header("allow")).hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void whoeverComesByTlsIsToldToComeByNothingElse() throws IOException {
        RawRequest request = RawRequest.of("GET", "/open").header("x-forwarded-proto", "https");
        assertThat(call(Map.of(), request).header(STRICT)).hasValue("max-age=31536000");
        assertThat(call(Map.of("strict-transport", "0s"), request).header(STRICT))
                .isEmpty();
        assertThat(call(Map.of(), RawRequest.of("GET", "/open")).header(STRICT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"app.example.org", "https://app.example.org/", "https://app.example.org/x", "https:", "null"})
    void anOriginThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> BrowserHeaders.check(text))
                .hasMessageContaining("'" + text + "' is not a valid origin");
    }

    private static RawRequest asked(String method, String path, String origin) {
        return RawRequest.of(method, path).header("origin", origin);
    }

    private static Answer call(Map<String, String> settings, RawRequest request) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("port", "0");
        HttpSettings http = ConfigLoader.load(HttpSettings.class, new ConfigSources(null, Map.of(), all))
                .value();
        List<Route> routes = List.of(
                Route.get("/open", Access.ANYONE, asker -> Response.data(200, "open")),
                Route.get("/closed", Access.LOGGED_IN, asker -> Response.data(200, "closed")));
        try (HttpServer server = new HttpServer(http, routes, token -> Optional.empty());
                RawClient client = new RawClient(server.start())) {
            return client.call(request);
        }
    }
}
