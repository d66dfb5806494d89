package social.roost.loadgen;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Samples a server under load once a second: processors, memory, and the lag of the fan-out. */
final class ServerWatch implements AutoCloseable {
    private final Bench bench;
    private final int adminPort;
    private final HttpClient client = Http.client();
    private final List<Double> processors = new ArrayList<>();
    private final List<Double> mebibytes = new ArrayList<>();
    private final List<Double> lagMillis = new ArrayList<>();
    private final List<Double> deliveries = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closing;

    private ServerWatch(Bench bench, int adminPort) {
        this.bench = bench;
        this.adminPort = adminPort;
        this.thread = Thread.ofPlatform().daemon().unstarted(this::run);
    }

    static ServerWatch start(Bench bench, int adminPort) {
        ServerWatch watch = new ServerWatch(bench, adminPort);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            Metrics before = metrics();
            double cpuBefore = cpuSeconds();
            long at = System.nanoTime();
            while (!closing) {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, at + TimeUnit.SECONDS.toNanos(1) - System.nanoTime()));
                double seconds = (System.nanoTime() - at) / 1e9;
                at = System.nanoTime();
                Metrics now = metrics();
                double cpu = cpuSeconds();
                add(
                        (cpu - cpuBefore) / seconds,
                        (double) bench.residentMebibytes(),
                        now.fanOutLag(before, 0.99),
                        (now.deliveries() - before.deliveries()) / seconds);
                before = now;
                cpuBefore = cpu;
            }
        } catch (IOException e) {
            System.err.println("Stopped watching the server: " + e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void add(double cpu, double memory, double lag, double delivered) {
        processors.add(cpu);
        mebibytes.add(memory);
        lagMillis.add(lag);
        deliveries.add(delivered);
    }

    private double cpuSeconds() {
        return bench.cpuSeconds().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    Metrics metrics() throws IOException, InterruptedException {
        return Metrics.read(client, adminPort);
    }

    /** Processors in use in each second. */
    synchronized double[] processors() {
        return array(processors);
    }

    synchronized double[] mebibytes() {
        return array(mebibytes);
    }

    /** The 99th percentile of the delivery time of each second's tweets, in milliseconds. */
    synchronized double[] lagMillis() {
        return array(lagMillis);
    }

    synchronized double[] deliveries() {
        return array(deliveries);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
