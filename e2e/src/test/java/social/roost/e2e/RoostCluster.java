package social.roost.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each role in a process of its own behind a gateway, with certificates between them, on the real servers. */
final class RoostCluster implements AutoCloseable {
    static final List<String> ROLES = List.of("users", "tweets", "timelines", "fanout");
    static final String GATEWAY = "gateway";

    private final Path folder;
    private final List<String> options;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, RoostProcess> processes = new LinkedHashMap<>();

    private RoostCluster(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    /**
     * Starts all processes and waits until they are ready.
     *
     * @param folder for the certificates
     * @param options for every process
     */
    static RoostCluster start(Path folder, String... options) {
        RoostCluster cluster = new RoostCluster(folder, List.of(options));
        try {
            cluster.begin();
            return cluster;
        } catch (Throwable e) {
            cluster.close();
            throw e;
        }
    }

    /** Where clients go. */
    String address() {
        return "http://127.0.0.1:" + ports.get(GATEWAY);
    }

    RoostProcess process(String role) {
        return processes.get(role);
    }

    /** SIGKILL. */
    void kill(String role) {
        processes.get(role).close();
    }

    /** Starts it again at the same address, and waits until it is ready. */
    void restart(String role) {
        launch(role);
        String _ = processes.get(role).address();
    }

    @Override
    public void close() {
        processes.values().forEach(RoostProcess::close);
    }

    private void begin() {
        try (RoostProcess certificates = RoostProcess.run("certs", folder.toString())) {
            if (certificates.exitCode() != 0) {
                throw new AssertionError("No certificates: " + certificates.output());
            }
        }
        List<String> all = new ArrayList<>(ROLES);
        all.add(GATEWAY);
        all.forEach(role -> ports.put(role, freePort()));
        all.forEach(this::launch);
        for (RoostProcess process : processes.values()) {
            String _ = process.address();
        }
    }

    private void launch(String role) {
        List<String> arguments = new ArrayList<>(List.of("start", "--roles=" + role, "--port=" + ports.get(role)));
        if (role.equals(GATEWAY)) {
            ROLES.stream()
                    .filter(other -> !other.equals("fanout"))
                    .forEach(other -> arguments.add("--gateway." + other + "=127.0.0.1:" + ports.get(other)));
            arguments.addAll(certificate("gateway", GATEWAY));
        } else {
            arguments.addAll(certificate("http", role));
        }
        arguments.addAll(Stack.settings());
        arguments.addAll(options);
        processes.put(role, RoostProcess.run(arguments.toArray(String[]::new)));
    }

    private List<String> certificate(String section, String role) {
        String prefix = "--" + section + ".tls.";
        return List.of(
                prefix + "certificate=" + folder.resolve(role + ".pem"),
                prefix + "key=" + folder.resolve(role + "-key.pem"),
                prefix + "authority=" + folder.resolve("ca.pem"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
