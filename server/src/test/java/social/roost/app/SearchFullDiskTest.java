package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("A full disk of the search index delays search and nothing else (issue 20.4, elastic/elasticsearch#25541)")
@Timeout(240)
class SearchFullDiskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("data/roost.search"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", disk.toString()) == 0,
                "Mounting a small file system takes root");
    }

    @AfterEach
    void unmount() throws Exception {
        int _ = run("umount", disk.toString());
    }

    @Test
    void tweetsArePostedAndFoundWhenThereIsRoomAgain() throws Exception {
        try (LocalServer roost = new LocalServer(folder.resolve("data"))) {
            String alice = roost.token(roost.register("alice"));
            List<String> posted = new ArrayList<>();
            posted.add(roost.post(alice, "roomy 0"));
            awaitFound(roost, posted);

            fillUp();
            for (int i = 1; i <= 300; i++) {
                posted.add(roost.post(alice, "roomy " + i + " " + "words ".repeat(30)));
            }
            awaitState(roost, "open");
            expect(200, roost.get("/api/roost/v1/timelines/home", alice));

            Files.delete(disk.resolve("filler"));
            awaitFound(roost, posted);
            awaitState(roost, "closed");
        }
    }

    /** Searching shows what was put, which needs room. */
    private static void awaitState(LocalServer roost, String state) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String seen = "";
        while (!seen.equals(state)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(100);
            Answer _ = roost.call(RawRequest.of("GET", SearchSteps.TWEETS + "?q=roomy&limit=1"));
            seen = roost.call(RawRequest.of("GET", "/health/ready"))
                    .json()
                    .at("/dependencies/0/state")
                    .asText();
        }
    }

    private static void awaitFound(LocalServer roost, List<String> posted) throws InterruptedException {
        List<String> expected =
                posted.stream().sorted(Comparator.reverseOrder()).toList();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> found = List.of();
        while (!found.equals(expected)) {
            assertThat(System.nanoTime()).as("found %s", found.size()).isLessThan(deadline);
            Thread.sleep(100);
            found = found(roost);
        }
    }

    private static List<String> found(LocalServer roost) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer =
                    roost.call(RawRequest.of("GET", SearchSteps.TWEETS + "?sort=latest&limit=100&q=roomy" + cursor));
            if (answer.status() != 200) {
                return List.of();
            }
            JsonNode page = answer.json();
            page.path("data").forEach(tweet -> found.add(tweet.path("id").asText()));
            String next = page.at("/meta/next").asText();
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return found;
    }

    private void fillUp() throws IOException {
        byte[] block = new byte[1024];
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
