package social.roost.link;

import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Limits the requests to a host at the same time. Some hosts share their turns, so that there are always as many. */
final class HostTurns {
    private static final int HOSTS = 256;
    private static final int AT_ONCE = 2;

    private final Semaphore[] turns =
            Stream.generate(() -> new Semaphore(AT_ONCE, true)).limit(HOSTS).toArray(Semaphore[]::new);

    /** Acquired before a request to the host, and released after it. */
    Semaphore of(String host) {
        return turns[Math.floorMod(host.hashCode(), HOSTS)];
    }
}
