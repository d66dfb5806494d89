package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** CASES D-2: a whole server on a file system of a few megabytes, if this user may mount one. */
@Timeout(240)
class FullDiskTest {
    @TempDir
    Path disk;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=6m,mode=700", "tmpfs", disk.toString()) == 0,
                "Mounting a small file system takes root");
    }

    @AfterEach
    void unmount() throws Exception {
        int _ = run("umount", disk.toString());
    }

    @Test
    void writesGetA503AndTheServerIsNotReadyUntilThereIsRoom() throws Exception {
        try (LocalServer server = new LocalServer(disk.resolve("data"))) {
            String token = server.token(server.register("alice"));
            fillUp();
            Answer refused = postUntilRefused(server, token);
            assertUnavailable(refused);
            assertUnavailable(server.logIn("alice", LocalServer.PASSWORD));
            assertUnavailable(register(server, "bob"));
            assertThat(server.get("/health/ready", token).status()).isEqualTo(503);
            assertThat(server.get("/health/live", token).status()).isEqualTo(200);
            assertThat(server.get("/api/roost/v1/timelines/home", token).status())
                    .isEqualTo(200);

            Files.delete(disk.resolve("filler"));
            Await.until(() -> server.get("/health/ready", token).status() == 200);
            server.post(token, "there is room again");
            LocalServer.expect(201, register(server, "bob"));
        }
    }

    private void fillUp() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static Answer postUntilRefused(LocalServer server, String token) {
        for (int i = 0; i < 1_000; i++) {
            Answer answer = server.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                    .token(token)
                    .json("{\"content\":\"%d: %s\"}".formatted(i, "x".repeat(250))));
            if (answer.status() != 201) {
                return answer;
            }
        }
        throw new AssertionError("The disk did not fill up");
    }

    private static Answer register(LocalServer server, String name) {
        return server.call(RawRequest.of("POST", "/api/roost/v1/users")
                .json("{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"%s\"}"
                        .formatted(name, name, LocalServer.PASSWORD)));
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.member("code")).isEqualTo("unavailable");
        assertThat(answer.header("retry-after")).isPresent();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
