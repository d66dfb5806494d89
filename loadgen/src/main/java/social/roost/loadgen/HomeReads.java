package social.roost.loadgen;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Home timeline reads of random readers at a fixed rate. */
final class HomeReads {
    static final String PATH = "/api/roost/v1/timelines/home?limit=20";
    private static final int CONNECTIONS = 128;
    private static final int LONGEST_SECONDS = 30;

    private HomeReads() {}

    /** Returns when all requests are answered. */
    static Recording run(Bench bench, double rate, int seconds) throws IOException, InterruptedException {
        Recording recording = new Recording("home read");
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            run(client, bench.readers(), rate, seconds, recording);
        }
        return recording;
    }

    static void run(LoadClient client, List<String> readers, double rate, int seconds, Recording recording)
            throws InterruptedException {
        send(client, readers.stream().map(token -> Request.get(PATH, token)).toList(), rate, seconds, recording);
    }

    /** Sends random ones of these requests. */
    static void send(LoadClient client, List<Request> requests, double rate, int seconds, Recording recording)
            throws InterruptedException {
        SplittableRandom random = new SplittableRandom(3);
        AtomicLong open = new AtomicLong(1);
        CountDownLatch done = new CountDownLatch(1);
        OpenLoop.run(rate, seconds, 1, due -> {
            open.incrementAndGet();
            client.send(requests.get(random.nextInt(requests.size())), response -> {
                recording.record(due, response);
                end(open, done);
            });
        });
        end(open, done);
        if (!done.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            recording.fail(open.get() + " reads got no response");
        }
    }

    private static void end(AtomicLong open, CountDownLatch done) {
        if (open.decrementAndGet() == 0) {
            done.countDown();
        }
    }
}
