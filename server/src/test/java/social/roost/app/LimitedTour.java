package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.http.Route;

/** Calls every route more often than a quota of one allows. */
final class LimitedTour {
    private static final String[] ONCE = Stream.concat(
                    Stream.of("limits.enabled=true"),
                    Stream.of(
                                    "user.read",
                                    "user.post",
                                    "user.engage",
                                    "user.follow",
                                    "user.write",
                                    "user.search",
                                    "user.impressions",
                                    "user.message",
                                    "user.receipts",
                                    "user.report",
                                    "user.stream",
                                    "address.any",
                                    "address.search",
                                    "address.stream",
                                    "address.log-in",
                                    "address.sign-up",
                                    "address.mail")
                            .map(limit -> "limits." + limit + "=1/1h"))
            .toArray(String[]::new);

    private LimitedTour() {}

    static void drive(DescribedApi api, Path folder) {
        try (LocalServer roost = new LocalServer(folder, ONCE)) {
            String token = roost.token(roost.register("alice"));
            roost.routes().stream().filter(LimitedTour::isLimited).forEach(route -> {
                RawRequest request = RawRequest.of(
                                route.method(), route.template().replaceAll("\\{[a-z_]+}", "1"))
                        .token(token);
                Answer _ = roost.call(request);
                Answer refused = api.check(429, route.method(), route.template(), roost.call(request));
                assertThat(refused.header("ratelimit")).as("%s", route).isPresent();
            });
        }
    }

    /**
     * Probes must always be answered, and the description is read before anyone knows the limits. The files of a page may
     * be many; uploads are limited when they begin.
     */
    private static boolean isLimited(Route route) {
        return route.template().startsWith("/api/") && !route.template().endsWith("/openapi.json");
    }
}
