package social.roost.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;

/** Processes with the same stores, of which one after the other is killed. */
final class MortalServers implements AutoCloseable {
    private final Map<String, String> settings;
    private final int count;
    private final List<ServerProcess> running = new ArrayList<>();

    /** @param stores which to use */
    MortalServers(Map<String, String> stores, int count) {
        this.count = count;
        settings = new HashMap<>(stores);
        settings.put("http.port", "0");
        settings.put("limits.enabled", "false");
        settings.put("links.cards", "false");
        settings.put("sessions.password-memory", "1MiB");
    }

    /** Starts as many as are missing. */
    void complete() throws IOException {
        while (running.size() < count) {
            running.add(ServerProcess.start(settings));
        }
    }

    /** The port of the process that is killed last. */
    int port() {
        return running.getLast().port();
    }

    int[] ports() {
        return running.stream().mapToInt(ServerProcess::port).toArray();
    }

    /**
     * Kills the oldest process.
     *
     * @param millis from now
     * @param clients meanwhile do this again and again at the port of any process; failures do not matter
     */
    void killAfter(int millis, List<IntConsumer> clients) throws InterruptedException {
        int[] ports = ports();
        ServerProcess mortal = running.removeFirst();
        List<Thread> threads = clients.stream()
                .map(client -> Thread.ofPlatform().start(() -> repeat(client, ports, mortal)))
                .toList();
        Thread.sleep(millis);
        mortal.close();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void repeat(IntConsumer client, int[] ports, ServerProcess mortal) {
        while (mortal.process().isAlive()) {
            try {
                client.accept(ports[ThreadLocalRandom.current().nextInt(ports.length)]);
            } catch (AssertionError _) {
                // Expected of requests during which a process dies.
            }
        }
    }

    @Override
    public void close() {
        running.forEach(ServerProcess::close);
    }
}
