package social.roost.http;

import java.time.Duration;
import java.util.List;
import social.roost.base.config.ByteSize;
import social.roost.base.config.Setting;

/** How the HTTP server listens and what it accepts. */
public record HttpSettings(
        @Setting(value = "127.0.0.1", help = "Address to listen on; 0.0.0.0 for all of this machine.")
        String host,

        @Setting(value = "8080", help = "TCP port to listen on; 0 takes a free one.")
        int port,

        @Setting(value = "0", help = "Threads that do network I/O; 0 for one per processor.")
        int eventLoops,

        @Setting(value = "64KiB", help = "The largest request body that is accepted, uploads of media aside.")
        ByteSize maximumBody,

        @Setting(value = "10000", help = "Requests in progress at once, however well the processors keep up with them.")
        int maximumRequests,

        @Setting(
                value = "100ms",
                help = "How long a request may wait until fewer are in progress; then it is turned away.")
        Duration maximumWait,

        @Setting(value = "60s", help = "A connection on which nothing happens for so long is closed.")
        Duration idleTimeout,

        @Setting(value = "20s", help = "How long a client may take to send a request, from its first byte to its last.")
        Duration requestTimeout,

        @Setting(
                value = "20s",
                help = "How long a client may take to receive a response, plus one second for every 8 KiB.")
        Duration responseTimeout,

        @Setting(
                value = "0B",
                help =
                        "Requests, responses and events that may wait for slow clients, all together; 0B for an eighth of"
                                + " the heap. Beyond it, the clients that hold the most are cut off.")
        ByteSize maximumPending,

        @Setting(
                value = "0",
                help = "Open connections; 0 for as many as the heap and the file descriptors of the process allow.")
        int maximumConnections,

        @Setting(
                value = "2000",
                help = "Connections that one address may have, trusted proxies aside; 0 for any number.")
        int connectionsPerAddress,

        @Setting(value = "10s", help = "How long requests in progress may go on when the server stops.")
        Duration drainTimeout,

        @Setting(value = "false", help = "Whether each request is logged.")
        boolean accessLog,

        @Setting(
                value = "",
                help = "Proxies in front, by address or network (10.0.0.0/8, 2001:db8::/32), whose X-Forwarded-For is"
                        + " believed; a gateway with a certificate is, without being named.")
        List<String> trustedProxies,

        @Setting(
                value = "",
                help = "Origins whose pages may use the API in a browser, with tokens (https://app.example.org); * for"
                        + " any.")
        List<String> allowedOrigins,

        @Setting(
                value = "365d",
                help = "For how long a browser that came by TLS shall come by nothing else; 0s to leave it to it.")
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

    /** The same for a listener of little use elsewhere: one thread, no TLS. */
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
