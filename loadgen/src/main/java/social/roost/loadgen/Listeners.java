package social.roost.loadgen;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Processes that hold streams open, and the tweets they report. */
final class Listeners implements AutoCloseable {
    private static final int STREAMS_OF_ONE = 10_000;

    private final List<Process> processes = new ArrayList<>();
    private final CountDownLatch connected;
    private volatile boolean failed;
    private final LongList tweets = new LongList();
    private final LongList nanos = new LongList();

    private Listeners(int count) {
        this.connected = new CountDownLatch(count);
    }

    /**
     * Returns when all streams are open.
     *
     * @param tokens a file with the token of a reader on each line
     */
    static Listeners connect(int port, LiveBench.Transport transport, Path tokens, int streams)
            throws IOException, InterruptedException {
        int count = (streams + STREAMS_OF_ONE - 1) / STREAMS_OF_ONE;
        Listeners listeners = new Listeners(count);
        try {
            for (int i = 0; i < count; i++) {
                int from = i * STREAMS_OF_ONE;
                int to = Math.min(streams, from + STREAMS_OF_ONE);
                listeners.start(List.of(
                        "listen",
                        Integer.toString(port),
                        transport.name(),
                        tokens.toString(),
                        Integer.toString(from),
                        Integer.toString(to)));
            }
            listeners.connected.await();
            if (listeners.failed) {
                throw new IOException("Some streams could not be opened.");
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            listeners.close();
            throw e;
        }
        return listeners;
    }

    synchronized void forget() {
        tweets.clear();
        nanos.clear();
    }

    synchronized void forEachDelivery(Delivery action) {
        for (int i = 0; i < tweets.size(); i++) {
            action.accept(tweets.get(i), nanos.get(i));
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
    }

    private void start(List<String> arguments) throws IOException {
        Process process = ChildProcess.begin(Jars.own(), arguments);
        processes.add(process);
        var _ = Thread.ofPlatform().daemon().start(() -> read(process.getInputStream()));
    }

    /** Each first reports a number when all streams are open, then the id and arrival time of each tweet. */
    private void read(InputStream output) {
        try (DataInputStream numbers = new DataInputStream(new BufferedInputStream(output, 64 * 1024))) {
            long _ = numbers.readLong();
            connected.countDown();
            while (true) {
                take(numbers.readLong(), numbers.readLong());
            }
        } catch (EOFException _) {
            failed = true;
            connected.countDown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void take(long tweet, long when) {
        tweets.add(tweet);
        nanos.add(when);
    }

    /** Receives a delivery. */
    interface Delivery {
        /** The time is one of {@link System#nanoTime}. */
        void accept(long tweetId, long nanos);
    }
}
