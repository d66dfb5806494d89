package social.roost.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Roles in processes of their own behind a gateway, and one process with all other roles, with certificates between
 * them, on the real servers. Starting it takes so long that all tests share one, which ends with this JVM. Four
 * followers make an author famous.
 */
final class RoostCluster {
    static final String GATEWAY = "gateway";

    /** The process with the roles that no other has. */
    static final String OTHERS = "all";

    /** The processes behind the gateway. */
    static final List<String> ROLES = List.of("users", "tweets", "timelines", "fanout", OTHERS);

    /** The role that serves no requests. */
    private static final String NOT_CALLED = "fanout";

    private static final List<String> FAME = List.of("--fame.gained-at=4", "--fame.lost-at=3");

    /** A role on a busy machine may be slow to answer; one that was killed refuses at once. */
    private static final String PATIENCE = "--gateway.connect-deadline=10s";

    private static @Nullable RoostCluster shared;

    private final Path folder = SourceTree.root().resolve("e2e/target/certificates");
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final int operatorPort = FreePort.take();
    private final Map<String, RoostProcess> processes = new LinkedHashMap<>();

    private RoostCluster() {}

    /** The cluster, started by the first who asks for it. */
    static synchronized RoostCluster shared() {
        if (shared == null) {
            RoostCluster cluster = new RoostCluster();
            try {
                cluster.begin();
            } catch (Throwable e) {
                cluster.processes.values().forEach(RoostProcess::close);
                throw e;
            }
            shared = cluster;
        }
        return shared;
    }

    /** Where clients go. */
    String address() {
        return "http://127.0.0.1:" + ports.get(GATEWAY);
    }

    /** The address of the commands of operators, which any process with stores takes. */
    String operatorAddress() {
        return "http://127.0.0.1:" + operatorPort;
    }

    /** SIGKILL. */
    void kill(String role) {
        processes.get(role).close();
    }

    /** Starts it again at the same address, and waits until it is ready and the gateway knows. */
    void restart(String role) {
        launch(role);
        awaitReady();
    }

    private void begin() {
        // First, as the first process waits for its cache, which the JVM that runs the other tests is making.
        Stack.prepare();
        try (RoostProcess certificates = RoostProcess.run("certs", folder.toString())) {
            if (certificates.exitCode() != 0) {
                throw new AssertionError("No certificates: " + certificates.output());
            }
        }
        List<String> all = new ArrayList<>(ROLES);
        all.add(GATEWAY);
        all.forEach(role -> ports.put(role, FreePort.take()));
        all.forEach(this::launch);
        awaitReady();
    }

    /** The gateway looks once a second; what it has found to be down it does not call until then. */
    private void awaitReady() {
        for (RoostProcess process : processes.values()) {
            String _ = process.address();
        }
        Await.equal("roles that the gateway does not call", this::rolesNotCalled, List.of());
    }

    private List<String> rolesNotCalled() {
        JsonNode roles =
                Client.at(address()).get("/health/ready").expect(200).json().path("dependencies");
        return roles.valueStream()
                .filter(role -> !role.path("state").asText().equals("closed"))
                .map(role -> role.path("name").asText())
                .toList();
    }

    private void launch(String role) {
        String roles = role.equals(OTHERS) ? otherRoles() : role;
        List<String> arguments = new ArrayList<>(List.of("start", "--roles=" + roles, "--port=" + ports.get(role)));
        if (role.equals(GATEWAY)) {
            arguments.add("--gateway.roles=" + addresses());
            arguments.add(PATIENCE);
            arguments.addAll(certificate("gateway", GATEWAY));
        } else {
            arguments.addAll(certificate("http", role));
        }
        if (role.equals(OTHERS)) {
            arguments.add("--admin.port=" + operatorPort);
        }
        arguments.addAll(Stack.settings());
        arguments.addAll(FAME);
        arguments.addAll(List.of("--limits.enabled=false", "--links.cards=false", RoostProcess.QUICK_PASSWORDS));
        processes.put(role, RoostProcess.run(arguments.toArray(String[]::new)));
    }

    private String addresses() {
        return ROLES.stream()
                .filter(role -> !role.equals(NOT_CALLED))
                .map(role -> role + "=127.0.0.1:" + ports.get(role))
                .collect(Collectors.joining(","));
    }

    /** There is a certificate for each role. */
    private String otherRoles() {
        List<String> known = new ArrayList<>(ROLES);
        known.addAll(List.of(GATEWAY, "ca"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pem") && !name.endsWith("-key.pem"))
                    .map(name -> name.substring(0, name.length() - ".pem".length()))
                    .filter(name -> !known.contains(name))
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> certificate(String section, String role) {
        String prefix = "--" + section + ".tls.";
        return List.of(
                prefix + "certificate=" + folder.resolve(role + ".pem"),
                prefix + "key=" + folder.resolve(role + "-key.pem"),
                prefix + "authority=" + folder.resolve("ca.pem"));
    }
}
