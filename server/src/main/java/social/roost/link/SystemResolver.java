package social.roost.link;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The resolver of the operating system. It blocks a thread until a name server responds, which whoever owns the name
 * can delay; so it has its own few threads, and callers wait only so long.
 */
public final class SystemResolver implements Resolver, AutoCloseable {
    private static final int MOST_AT_ONCE = 16;

    private final Duration deadline;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MOST_AT_ONCE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("resolver-", 0).daemon().factory());

    public SystemResolver(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public InetAddress[] resolve(String host) throws IOException {
        try {
            Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(host));
            return found.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException("Cannot resolve the host: " + e.getCause(), e);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new IOException("Resolving the host takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
