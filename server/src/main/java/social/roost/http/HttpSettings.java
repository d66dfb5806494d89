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

        @Setting(value = "10000", help = "Requests in progress at once; more are turned away for the moment.")
        int maximumRequests,

        @Setting(value = "60s", help = "A connection on which nothing happens for so long is closed.")
        Duration idleTimeout,

        @Setting(value = "10s", help = "How long requests in progress may go on when the server stops.")
        Duration drainTimeout,

        @Setting(value = "false", help = "Whether each request is logged.")
        boolean accessLog,

        @Setting(
                value = "",
                help = "Proxies in front, by address or network (10.0.0.0/8, 2001:db8::/32), whose X-Forwarded-For is"
                        + " believed; a gateway with a certificate is, without being named.")
        List<String> trustedProxies,

        TlsSettings tls) {

    public HttpSettings {
        trustedProxies.forEach(TrustedProxies::network);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", expected 0 to 65535");
        }
        if (maximumRequests < 1) {
            throw new IllegalArgumentException("maximum-requests is " + maximumRequests + ", expected 1 or more");
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
                idleTimeout,
                drainTimeout,
                accessLog,
                List.of(),
                new TlsSettings("", "", ""));
    }

    TrustedProxies proxies() {
        return new TrustedProxies(trustedProxies, !tls.authority().isEmpty());
    }

    int eventLoopThreads() {
        return eventLoops > 0 ? eventLoops : Runtime.getRuntime().availableProcessors();
    }
}
