package social.roost.http;

import java.time.Duration;
import java.util.List;
import social.roost.base.config.ByteSize;
import social.roost.base.config.Setting;

/** Address and limits of the HTTP server. */
public record HttpSettings(
        @Setting(value = "127.0.0.1", help = "Address to listen on; 0.0.0.0 for all addresses of this machine.")
        String host,

        @Setting(value = "8080", help = "TCP port to listen on; 0 for any free port.")
        int port,

        @Setting(value = "0", help = "Event-loop threads; 0 for one per processor.")
        int eventLoops,

        @Setting(value = "64KiB", help = "Maximum size of a request body, except media uploads.")
        ByteSize maximumBody,

        @Setting(
                value = "10000",
                help = "Upper limit of concurrent requests; the server lowers the effective limit under load.")
        int maximumRequests,

        @Setting(value = "100ms", help = "Longest time a request waits to start; then it is rejected with a 503.")
        Duration maximumWait,

        @Setting(value = "60s", help = "Idle connections are closed after this time.")
        Duration idleTimeout,

        @Setting(value = "20s", help = "Timeout for receiving a request, from its first byte to its last.")
        Duration requestTimeout,

        @Setting(value = "20s", help = "Timeout for sending a response, plus one second for every 8 KiB.")
        Duration responseTimeout,

        @Setting(
                value = "1h",
                help = "Timeout for uploading a file, which must also arrive at 8 KiB a second or faster.")
        Duration uploadTimeout,

        @Setting(
                value = "0B",
                help = "Maximum total size of requests, responses and events buffered for slow clients; 0B for"
                        + " an eighth of the heap. Above it, the clients with the largest buffers are disconnected.")
        ByteSize maximumPending,

        @Setting(
                value = "0",
                help = "Maximum number of open connections; 0 for as many as heap and file descriptors allow.")
        int maximumConnections,

        @Setting(
                value = "2000",
                help = "Maximum number of connections from one IP address, except trusted proxies; 0 for no limit.")
        int connectionsPerAddress,

        @Setting(value = "10s", help = "How long the server waits for requests in progress when it stops.")
        Duration drainTimeout,

        @Setting(value = "false", help = "Whether to log every request.")
        boolean accessLog,

        @Setting(
                value = "",
                help = "Proxies whose X-Forwarded-For is trusted, as addresses or networks (10.0.0.0/8,"
                        + " 2001:db8::/32). Gateways with a certificate are always trusted.")
        List<String> trustedProxies,

        @Setting(
                value = "",
                help = "Origins whose web pages may call the API with tokens, such as https://app.example.org; *"
                        + " for any origin.")
        List<String> allowedOrigins,

        @Setting(value = "365d", help = "max-age of Strict-Transport-Security; 0s disables it.")
        Duration strictTransport,

        TlsSettings tls) {

    private static final int SHARE_OF_HEAP = 8;

    public HttpSettings {
        trustedProxies.forEach(TrustedProxies::network);
        allowedOrigins.forEach(BrowserHeaders::check);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", expected 0 to 65535");
        }
        if (maximumRequests < 1) {
            throw new IllegalArgumentException("maximum-requests is " + maximumRequests + ", expected 1 or more");
        }
        if (connectionsPerAddress < 0) {
            throw new IllegalArgumentException(
                    "connections-per-address is " + connectionsPerAddress + ", expected 0 or more");
        }
        if (maximumConnections < 0) {
            throw new IllegalArgumentException("maximum-connections is " + maximumConnections + ", expected 0 or more");
        }
        if (eventLoops < 0) {
            throw new IllegalArgumentException("event-loops is " + eventLoops + ", expected 0 or more");
        }
    }

    /** The same settings for a secondary listener: one thread, no TLS. */
    public HttpSettings at(String otherHost, int otherPort) {
        return new HttpSettings(
                otherHost,
                otherPort,
                1,
                maximumBody,
                maximumRequests,
                maximumWait,
                idleTimeout,
                requestTimeout,
                responseTimeout,
                uploadTimeout,
                maximumPending,
                maximumConnections,
                connectionsPerAddress,
                drainTimeout,
                accessLog,
                List.of(),
                List.of(),
                Duration.ZERO,
                new TlsSettings("", "", ""));
    }

    TrustedProxies proxies() {
        return new TrustedProxies(trustedProxies, !tls.authority().isEmpty());
    }

    BrowserHeaders browserHeaders() {
        return new BrowserHeaders(allowedOrigins, strictTransport);
    }

    long pendingAtMost() {
        return maximumPending.bytes() > 0
                ? maximumPending.bytes()
                : Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    }

    int connectionsAtMost() {
        return maximumConnections > 0 ? maximumConnections : ConnectionCapacity.ofThisProcess();
    }

    int eventLoopThreads() {
        return eventLoops > 0 ? eventLoops : Runtime.getRuntime().availableProcessors();
    }
}
