package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.AccountSteps.ME;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.HealthRoutes;
import social.roost.http.HttpServer;
import social.roost.http.HttpSettings;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/** Requests of operators. */
final class OperationSteps extends TourSteps {
    private static final String DESCRIPTION = "/api/roost/v1/openapi.json";
    private static final String METRICS = "/api/roost/v1/admin/metrics";

    OperationSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        service();
        admin();
    }

    private void service() {
        step(200, "GET", "/health/live");
        step(200, "GET", "/health/ready");
        String tag = step(200, "GET", DESCRIPTION, RawRequest.of("GET", DESCRIPTION))
                .header("etag")
                .orElseThrow();
        step(304, "GET", DESCRIPTION, RawRequest.of("GET", DESCRIPTION).header("if-none-match", tag));
        moved("tweets");
        moved("media/upload-url");
        var settings = ConfigLoader.load(HttpSettings.class, new ConfigSources(null, Map.of(), Map.of("port", "0")))
                .value();
        try (HttpServer starting =
                new HttpServer(settings, new HealthRoutes(() -> false, List::of).routes(), _ -> Optional.empty())) {
            try (RawClient client = new RawClient(starting.start())) {
                api.check(503, "GET", "/health/ready", client.call(RawRequest.of("GET", "/health/ready")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void moved(String path) {
        assertThat(step(308, "POST", "/api/v1/" + path, RawRequest.of("POST", "/api/v1/" + path))
                        .header("location"))
                .contains("/api/roost/v1/" + path);
    }

    private void admin() {
        String id = roost.createOperator("eve_admin");
        Guest eve = new Guest(id, roost.token(id));
        step(200, "GET", METRICS, eve.request("GET", METRICS));
        assertThat(step(200, "GET", ME, eve.request("GET", ME)).member("admin")).isEqualTo("true");
        step(422, "GET", METRICS, eve.request("GET", METRICS + "?since=now"));
        step(400, "GET", METRICS, eve.request("GET", METRICS + "?since=%"));
        step(403, "GET", METRICS, own("GET", METRICS));
        step(401, "GET", METRICS);
    }
}
