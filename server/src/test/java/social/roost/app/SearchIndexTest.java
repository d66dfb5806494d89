package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import social.roost.cli.RoostCommand;
import social.roost.driver.logback.CapturedLog;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("The search index is built, repaired and replaced (F3, issue 20.3, 20.4)")
@Timeout(240)
class SearchIndexTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private LocalServer roost;
    private int port;
    private String alice;
    private final List<String> posted = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        open();
        alice = roost.token(roost.register("alice"));
        post(5);
    }

    private void open() {
        roost = new LocalServer(folder, "admin.port=" + port);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void anIndexThatIsMissingIsBuiltFromTheStore() throws Exception {
        SearchTest.awaitApplied(roost);
        delete(posted.removeLast());
        roost.close();
        remove(index());
        open();
        awaitFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"segments_", "_"})
    void aDamagedIndexIsReplaced(String prefix) throws Exception {
        SearchTest.awaitApplied(roost);
        roost.close();
        try (Stream<Path> files = Files.walk(index())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith(prefix)) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
        }
        open();
        try (CapturedLog log = new CapturedLog("ERROR")) {
            post(1);
            awaitFound();
            assertThat(log.text()).contains("is damaged");
        }
        assertThat(indexes()).hasSize(1);
    }

    @Test
    void anIndexWithoutFilesIsADamagedOne() throws Exception {
        SearchTest.awaitApplied(roost);
        roost.close();
        try (Stream<Path> files = Files.walk(index())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("roost-created") && !file.endsWith("serving-tweets")) {
                    Files.delete(file);
                }
            }
        }
        open();
        awaitFound();
    }

    @Test
    @DisplayName("an index whose lock was touched works again (apache/lucene#12228)")
    void aLostLockIsNoLostTweet() throws Exception {
        SearchTest.awaitApplied(roost);
        post(3);
        SearchTest.awaitApplied(roost);
        try (Stream<Path> files = Files.walk(index())) {
            for (Path file : files.filter(path -> path.endsWith("write.lock")).toList()) {
                Files.delete(file);
            }
        }
        post(3);
        awaitFound();
    }

    @Test
    void anOperatorReplacesTheIndexWhileItServes() throws Exception {
        SearchTest.awaitApplied(roost);
        String before = indexes().getFirst();
        assertThat(admin("--status")).contains("complete: 5 tweets");
        assertThat(admin()).contains("complete: 5 tweets");
        assertThat(indexes()).hasSize(1).doesNotContain(before);
        post(2);
        awaitFound();
    }

    @Test
    void whatHappensWhileAnIndexIsFilledIsInIt() throws Exception {
        SearchTest.awaitApplied(roost);
        Thread operator = Thread.ofVirtual().start(() -> admin());
        for (int i = 0; i < 20; i++) {
            post(2);
            delete(posted.removeFirst());
        }
        operator.join();
        awaitFound();
        SearchTest.awaitApplied(roost);
        roost.server.features().consumerGroups().forEach(SearchIndexTest::checkpoint);
        assertThat(admin("--status")).contains("complete: " + posted.size() + " tweets");
    }

    private static void checkpoint(ConsumerGroup group) {
        try {
            group.consumer().checkpoint();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void post(int count) {
        for (int i = 0; i < count; i++) {
            posted.add(roost.post(alice, "indexed " + posted.size()));
        }
    }

    private void delete(String tweet) {
        expect(
                204,
                roost.call(
                        RawRequest.of("DELETE", "/api/roost/v1/tweets/" + tweet).token(alice)));
    }

    private void awaitFound() throws InterruptedException {
        List<String> expected =
                posted.stream().sorted(Comparator.reverseOrder()).toList();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> found = List.of();
        while (!found.equals(expected)) {
            assertThat(System.nanoTime()).as("found %s", found).isLessThan(deadline);
            Thread.sleep(100);
            Answer answer = roost.call(RawRequest.of("GET", SearchSteps.TWEETS + "?q=indexed&sort=latest&limit=100"));
            found = answer.status() == 200 ? ids(answer.json()) : List.of();
        }
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("data").forEach(tweet -> ids.add(tweet.get("id").asText()));
        return ids;
    }

    private Path index() {
        return folder.resolve("roost.search");
    }

    private List<String> indexes() throws IOException {
        try (Stream<Path> folders = Files.list(index())) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String admin(String... arguments) {
        StringWriter printed = new StringWriter();
        CommandLine line = RoostCommand.commandLine(Map.of());
        line.setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
        List<String> all = new ArrayList<>(List.of("admin", "reindex", "--admin.port=" + port));
        all.addAll(List.of(arguments));
        assertThat(line.execute(all.toArray(String[]::new)))
                .as(printed::toString)
                .isZero();
        return printed.toString();
    }
}
