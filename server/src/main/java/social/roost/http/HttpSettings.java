package social.roost.http;

import java.time.Duration;

/** How the HTTP server listens and what it accepts. */
public record HttpSettings(
        String host,
        int port,
        int eventLoops,
        int maximumBodyBytes,
        Duration idleTimeout,
        Duration drainTimeout,
        boolean accessLog) {}
