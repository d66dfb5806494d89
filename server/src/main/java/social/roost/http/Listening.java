package social.roost.http;

import java.util.function.BooleanSupplier;

/**
 * What all exchanges of one listener go by.
 *
 * @param accessLog whether each request has a line in the log
 * @param draining whether connections shall end with the response that comes next
 * @param maximumBody bytes of a request body
 */
record Listening(
        boolean accessLog,
        BooleanSupplier draining,
        RequestMeters meters,
        TrustedProxies proxies,
        BrowserHeaders browserHeaders,
        ClientBounds bounds,
        long maximumBody) {

    static Listening of(HttpSettings settings, BooleanSupplier draining, RequestMeters meters, ClientBounds bounds) {
        return new Listening(
                settings.accessLog(),
                draining,
                meters,
                settings.proxies(),
                settings.browserHeaders(),
                bounds,
                settings.maximumBody().bytes());
    }
}
