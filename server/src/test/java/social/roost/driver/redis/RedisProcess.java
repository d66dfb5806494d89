package social.roost.driver.redis;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import social.roost.event.Await;

/** A redis-server for one test that can be stopped, killed and restarted; it stores nothing. */
public final class RedisProcess implements AutoCloseable {
    private final Path folder;
    private final int port = freePort();
    private final List<String> command;
    private @Nullable Process process;

    public RedisProcess(Path folder, String... options) throws InterruptedException {
        this.folder = folder;
        command = new ArrayList<>(List.of("redis-server", "--port", Integer.toString(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--save", "", "--appendonly", "no", "--dir", folder.toString()));
        command.addAll(List.of(options));
        start();
    }

    public void start() throws InterruptedException {
        try {
            File log = Files.createDirectories(folder).resolve("redis.log").toFile();
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("redis-server is needed on the PATH", e);
        }
        Await.until(this::answers);
    }

    public int port() {
        return port;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** All its data is lost. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Sends a signal such as STOP, after which it does not respond although its port is open. */
    public void signal(String name) throws IOException, InterruptedException {
        if (process != null) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private boolean answers() {
        return answer("PING").startsWith("+");
    }

    /** The beginning of its response to a command; empty while it does not respond. */
    String answer(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[100];
            int count = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, count), StandardCharsets.US_ASCII);
        } catch (IOException _) {
            return "";
        }
    }

    /** Low enough that a cluster node can use the port 10,000 above for its peers. */
    private static int freePort() {
        int port;
        do {
            port = 20_000 + ThreadLocalRandom.current().nextInt(10_000);
        } while (!isFree(port) || !isFree(port + 10_000));
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
