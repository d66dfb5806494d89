package social.roost.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/**
 * nginx with the configuration in {@code deploy/nginx}, in front of a server on this machine. It needs Debian's package
 * nginx; './roost test' installs it if it may.
 */
final class MediaEdgeCache implements AutoCloseable {
    private static final Path CONFIGURATION = DeployedFiles.ROOT.resolve("deploy/nginx/roost-media.conf");

    /** Where Debian has it, which is not in the path of every user. */
    private static final Path DEBIAN = Path.of("/usr/sbin/nginx");

    final int port;
    private final Path folder;
    private final Process process;
    private final RawClient client;

    /** @param port from {@link #freePort} */
    MediaEdgeCache(Path folder, int port, int originPort) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        this.port = port;
        Files.writeString(folder.resolve("roost-media.conf"), adapted(Files.readString(CONFIGURATION), originPort));
        Path main = Files.writeString(folder.resolve("nginx.conf"), main());
        String program = Files.isExecutable(DEBIAN) ? DEBIAN.toString() : "nginx";
        process = new ProcessBuilder(program, "-p", folder.toString(), "-c", main.toString(), "-e", "stderr")
                .inheritIO()
                .start();
        client = new RawClient(port);
        Await.until(this::listens);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** One process without a master, which an ordinary user may start. */
    private String main() {
        return """
                daemon off;
                master_process off;
                pid nginx.pid;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    include %s/roost-media.conf;
                }
                """.formatted(folder);
    }

    private String adapted(String text, int originPort) {
        String adapted = replaced(text, "listen 443 ssl http2;", "listen 127.0.0.1:" + port + ";");
        adapted = replaced(adapted, "listen [::]:443 ssl http2;", "");
        adapted = replaced(adapted, "ssl_certificate ", "# ");
        adapted = replaced(adapted, "ssl_certificate_key ", "# ");
        adapted = replaced(
                adapted, "/var/cache/roost-media", folder.resolve("cache").toString());
        adapted = replaced(adapted, "proxy_read_timeout 5s;", "proxy_read_timeout 2s;");
        return replaced(adapted, "127.0.0.1:8080", "127.0.0.1:" + originPort);
    }

    private static String replaced(String text, String part, String by) {
        if (!text.contains(part)) {
            throw new AssertionError(CONFIGURATION + " does not contain " + part);
        }
        return text.replace(part, by);
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new AssertionError("nginx ended with " + process.exitValue());
        }
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    Answer call(RawRequest request) {
        return client.call(request);
    }

    Answer get(String path) {
        return call(RawRequest.of("GET", path));
    }

    /** What the cache did for a response: HIT, MISS, STALE and so on. */
    static String status(Answer answer) {
        return answer.header("x-cache-status").orElse("none");
    }

    /** Deletes what is cached, as an operator may. */
    void clear() throws IOException {
        for (Path file : cached()) {
            Files.delete(file);
        }
    }

    List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
