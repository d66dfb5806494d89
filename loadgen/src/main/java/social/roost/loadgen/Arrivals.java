package social.roost.loadgen;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * What a process that holds streams reports on its standard output, in binary: the number of streams once all are open,
 * then the id and time of each tweet received. Used by one event loop.
 */
final class Arrivals {
    /** The start of a tweet, by WebSocket and by Server-Sent Events, and of nothing else. */
    private static final String TWEET = "{\"data\":{\"id\":\"";

    private static final int OPENING_AT_ONCE = 64;

    private final DataOutputStream output = new DataOutputStream(new BufferedOutputStream(System.out, 16 * 1024));
    private final Semaphore opening = new Semaphore(OPENING_AT_ONCE);
    private final CountDownLatch notOpen;

    Arrivals(int streams) {
        this.notOpen = new CountDownLatch(streams);
    }

    /** Waits until another stream may be opened. */
    void awaitTurn() throws InterruptedException {
        opening.acquire();
    }

    void opened() {
        opening.release();
        notOpen.countDown();
    }

    /** Never returns. */
    void awaitAll(int streams) throws IOException, InterruptedException {
        notOpen.await();
        output.writeLong(streams);
        output.flush();
        new CountDownLatch(1).await();
    }

    /** Takes complete events. */
    void take(String text) {
        long now = System.nanoTime();
        try {
            for (int at = text.indexOf(TWEET); at >= 0; at = text.indexOf(TWEET, at + 1)) {
                int from = at + TWEET.length();
                output.writeLong(Long.parseLong(text.substring(from, text.indexOf('"', from))));
                output.writeLong(now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that arrived together was taken. */
    void flush() {
        try {
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process: a result without all streams would be worthless. */
    static void fail(String why) {
        System.err.println("A stream failed: " + why);
        Runtime.getRuntime().halt(1);
    }
}
