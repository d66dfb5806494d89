package social.roost.loadgen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** nginx, which serves the files of a folder as fast as it can. */
final class NginxBaseline implements AutoCloseable {
    /** Where Debian has it, which is not in the path of every user. */
    private static final Path DEBIAN = Path.of("/usr/sbin/nginx");

    private static final int TRIES = 100;

    private final Process process;
    private final Thread end;
    private final int port;

    private NginxBaseline(Process process, int port) {
        this.process = process;
        this.port = port;
        // Its workers end with it, but not if it is killed.
        end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
    }

    /**
     * Starts it.
     *
     * @throws IOException if it is not installed
     */
    static NginxBaseline serve(Path root, Path folder) throws IOException, InterruptedException {
        int port = Ports.free();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(root, port));
        String program = Files.isExecutable(DEBIAN) ? DEBIAN.toString() : "nginx";
        Process process = new ProcessBuilder(
                        program, "-p", folder.toString(), "-c", configuration.toString(), "-e", "stderr")
                .inheritIO()
                .start();
        NginxBaseline nginx = new NginxBaseline(process, port);
        for (int i = 0; !nginx.listens(); i++) {
            if (i == TRIES || !process.isAlive()) {
                nginx.close();
                throw new IOException("nginx does not start");
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        return nginx;
    }

    private static String configuration(Path root, int port) {
        // Its workers are other users, who may not read the folder.
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        return """
                daemon off;
                %s
                worker_processes auto;
                pid nginx.pid;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 1000000;
                    open_file_cache max=100;
                    types { image/jpeg jpg; }
                    server {
                        listen 127.0.0.1:%d;
                        root %s;
                    }
                }
                """.formatted(user, port, root);
    }

    /** Whether it is installed; otherwise prints how to install it. */
    static boolean isMissing() {
        boolean missing = !Files.isExecutable(DEBIAN)
                && Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, "nginx")));
        if (missing) {
            System.err.println(
                    "roost: This needs nginx (Debian, Ubuntu: apt install nginx; macOS: brew install nginx).");
        }
        return missing;
    }

    int port() {
        return port;
    }

    /** Processor seconds used so far. */
    double cpuSeconds() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    private boolean listens() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            boolean _ = process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            return; // This process ends anyway.
        }
    }
}
