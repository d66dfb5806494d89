package social.roost.loadgen;

import java.net.http.HttpClient;

/** The HTTP client of the load generator. */
final class Http {
    private Http() {}

    /**
     * HTTP/1.1, with a connection for each request in progress: on HTTP/2 this client refuses to wait for a free
     * stream.
     */
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
