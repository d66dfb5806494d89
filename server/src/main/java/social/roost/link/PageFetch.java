package social.roost.link;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Fetches a page: checks each address before connecting to it, and follows redirects. */
public final class PageFetch {
    private final AddressGuard guard;
    private final PageClient client;
    private final Duration deadline;
    private final int redirects;
    private final HostTurns turns = new HostTurns();

    /** @param deadline for all requests together, without waiting for other requests to the same hosts */
    public PageFetch(AddressGuard guard, PageClient client, Duration deadline, int redirects) {
        this.guard = guard;
        this.client = client;
        this.deadline = deadline;
        this.redirects = redirects;
    }

    /** @throws IOException if there is no page that may be fetched */
    Page fetch(PageAddress first) throws IOException {
        PageAddress address = first;
        Duration left = deadline;
        for (int request = 0; request <= redirects; request++) {
            Semaphore turn = turns.of(address.host());
            turn.acquireUninterruptibly();
            try {
                long begun = System.nanoTime();
                PageAnswer answer = get(address, left);
                left = left.minusNanos(System.nanoTime() - begun);
                switch (answer) {
                    case PageAnswer.Html html -> {
                        return new Page(address, html);
                    }
                    case PageAnswer.Moved(String location) -> address = address.redirected(location);
                    case PageAnswer.Other(String description) -> throw new IOException(description);
                }
            } finally {
                turn.release();
            }
        }
        throw new IOException("More than " + redirects + " redirects");
    }

    private PageAnswer get(PageAddress address, Duration left) throws IOException {
        if (!left.isPositive()) {
            throw new IOException("Too slow");
        }
        long end = System.nanoTime() + left.toNanos();
        InetAddress checked = guard.check(address);
        return client.get(address, checked, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }

    /** @param address after all redirects */
    record Page(PageAddress address, PageAnswer.Html html) {}
}
