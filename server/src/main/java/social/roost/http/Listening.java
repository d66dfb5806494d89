package social.roost.http;

import java.util.function.BooleanSupplier;

/**
 * What all exchanges of a listener share.
 *
 * @param accessLog whether to log every request
 * @param draining whether connections close after the next response
 * @param maximumBody maximum bytes of a request body
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
