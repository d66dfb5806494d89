package social.roost.loadgen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LongSummaryStatistics;
import java.util.stream.Stream;

/** Samples the resident memory of a server and of the processes that it starts. */
final class FamilyMemory implements AutoCloseable {
    private static final int EVERY_MILLIS = 50;

    private final ProcessHandle server;
    private final Thread thread;
    private volatile boolean closing;
    private volatile Peaks peaks = new Peaks(0, 0, 0, 0);

    private FamilyMemory(ProcessHandle server) {
        this.server = server;
        this.thread = Thread.ofPlatform().daemon().unstarted(this::run);
    }

    static FamilyMemory watch(ChildProcess server) {
        FamilyMemory memory = new FamilyMemory(ProcessHandle.of(server.pid()).orElseThrow());
        memory.thread.start();
        return memory;
    }

    /**
     * The most at one time, in KiB.
     *
     * @param largest one of the processes that the server started
     * @param others all of these
     */
    record Peaks(long server, long largest, long others, long all) {
        Peaks with(long serverNow, LongSummaryStatistics othersNow) {
            return new Peaks(
                    Math.max(server, serverNow),
                    Math.max(largest, othersNow.getMax()),
                    Math.max(others, othersNow.getSum()),
                    Math.max(all, serverNow + othersNow.getSum()));
        }
    }

    Peaks peaks() {
        return peaks;
    }

    private void run() {
        try {
            while (!closing) {
                LongSummaryStatistics others = server.descendants()
                        .mapToLong(FamilyMemory::residentKibibytes)
                        .summaryStatistics();
                peaks = peaks.with(residentKibibytes(server), others);
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** 0 if it has ended. */
    private static long residentKibibytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
