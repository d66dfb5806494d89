package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping by SIGTERM (L2): promptly when idle, and not before requests in progress are answered. */
final class StopTest {
    private static final String BODY = "{\"login\":\"nobody\",\"password\":\"whatever it is\"}";

    private final Children children = new Children();

    @TempDir
    private Path folder;

    @AfterEach
    void killWhateverRuns() {
        children.close();
    }

    @Test
    void anIdleServerStopsPromptlyThoughConnectionsAreOpen() {
        RoostProcess roost = children.start(folder.resolve("data"), "--http.drain-timeout=10m");
        assertThat(roost.client().get("/health/ready").status()).isEqualTo(200);
        long begin = System.nanoTime();
        assertThat(roost.terminate()).isEqualTo(143);
        assertThat(System.nanoTime() - begin).as("nanoseconds").isLessThan(20_000_000_000L);
        assertThat(roost.output().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Roost is ready at "),
                        line -> assertThat(line).startsWith("API documentation: "),
                        line -> assertThat(line).isEqualTo("Roost has stopped."));
    }

    @Test
    void aServerIsUnreadyWhileItAnswersWhatWasBegun() throws IOException {
        RoostProcess roost = children.start(folder.resolve("data"));
        assertThat(readiness(roost)).isEqualTo("200");
        URI address = URI.create(roost.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            send(
                    socket,
                    "POST /api/roost/v1/sessions HTTP/1.1\r\nHost: roost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY.substring(0, 10));
            assertThat(readiness(roost))
                    .as("the half request has arrived by now")
                    .isEqualTo("200");
            roost.askToStop();
            Await.equal("unready", () -> !readiness(roost).equals("200"), true);
            assertThat(roost.isAlive()).isTrue();
            assertThat(readiness(roost)).isIn("503", "refused");

            send(socket, BODY.substring(10));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 401 ").contains("wrong_credentials");
        }
        assertThat(roost.exitCode()).isEqualTo(143);
        assertThat(readiness(roost)).isEqualTo("refused");
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String readiness(RoostProcess roost) {
        try {
            return "" + roost.client().get("/health/ready").status();
        } catch (Unanswered e) {
            return "refused";
        }
    }
}
