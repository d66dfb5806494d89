package social.roost.http;

import java.time.Duration;

/**
 * How long a listener waits for its clients, and for how many bytes. The same for HTTP/1.1 and HTTP/2, with and without
 * TLS, and for what a gateway forwards.
 *
 * @param pending the bytes buffered for clients
 * @param requestTime the time for a request to arrive, from its first byte to its last
 * @param uploadTime the time for an upload to arrive
 * @param responseTime the time for a response to be received, in addition to what its length adds
 */
record ClientBounds(PendingBytes pending, Duration requestTime, Duration responseTime, Duration uploadTime) {
    /** A client that receives fewer bytes per second is treated as gone. */
    private static final long SLOWEST_BYTES_PER_SECOND = 8 * 1024;

    static ClientBounds of(HttpSettings settings) {
        return new ClientBounds(
                new PendingBytes(settings.pendingAtMost()),
                settings.requestTimeout(),
                settings.responseTimeout(),
                settings.uploadTimeout());
    }

    /** The time within which this much of an upload must have arrived. */
    Duration uploadTime(long bytes) {
        Duration byRate = requestTime.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
        return byRate.compareTo(uploadTime) < 0 ? byRate : uploadTime;
    }

    /** The time a client has to receive a response of this length. */
    Duration responseTime(long bytes) {
        return responseTime.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
    }
}
