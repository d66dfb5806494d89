package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.logback.CapturedLog;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Searches everything that the server writes, except the tables of messages, for what users write to each other. */
@DisplayName("The text of a message is in its store only (H1, L1)")
@Timeout(120)
class MessageLeakTest extends MessageStage {
    private static final String MARKER = "tell7nobody";

    /** The tables that have texts of messages and names of groups. */
    private static final Set<String> STORES = Set.of("message", "conversation");

    private Path folder;

    @BeforeEach
    @Override
    void start(@TempDir Path data) {
        folder = data;
        super.start(data);
    }

    @Override
    String[] settings() {
        // Not a slow-request limit of 0: those warnings are throttled, the access log is complete.
        return new String[] {"http.access-log=true", "log.slow-request=1h", "log.slow-store-call=0s"};
    }

    @Test
    void andInNoLogEventMetricIndexOrFile() throws Exception {
        try (CapturedLog log = new CapturedLog("trace")) {
            String id = pair(alices, bob);
            try (StreamClient stream = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", bobs)) {
                writeToEachOther(id);
                assertThat(stream.next("message").at("/data/text").asText()).contains(MARKER);
            }
            refused(id);
            settle();
            String tweet = roost.post(alices, "a tweet, so that the index has files");
            assertThat(tweet).isNotEmpty();
            settle();
            assertThat(notifications()).doesNotContain(MARKER);
            assertThat(roost.server.features().metrics.registry.scrape())
                    .contains("roost")
                    .doesNotContain(MARKER);
            assertThat(rows()).isEmpty();
            assertThat(statusesOfSending(log)).contains(201, 422, 404, 403);
            stop();
            assertThat(log.text()).doesNotContain(MARKER);
        }
        assertThat(files()).isEmpty();
    }

    private void writeToEachOther(String id) {
        send(alices, id, MARKER + " #" + MARKER + " @bob https://" + MARKER + ".example/");
        expect(201, sendWith(bobs, id, "r", "\"text\":\"no, " + MARKER + "\",\"reply_to_seq\":1"));
        expect(200, call("PUT", ALL + "/" + id + "/messages/1/reactions/%F0%9F%91%8D", bobs));
        assertThat(data(200, roost.get(ALL + "/search?q=" + MARKER, bobs))).hasSize(2);
        JsonNode group = data(
                201,
                call("POST", ALL, alices, "{\"member_ids\":%s,\"name\":\"%s\"}".formatted(ids(bob, carol), MARKER)));
        send(alices, group.get("id").asText(), MARKER);
    }

    private void refused(String id) {
        expect(422, sendWith(alices, id, "x", "\"text\":\"" + MARKER + "\",\"reply_to_seq\":99"));
        expect(422, sendWith(alices, id, "x", "\"text\":\"" + MARKER.repeat(1_000) + "\""));
        expect(404, sendWith(carols, id, "x", "\"text\":\"" + MARKER + "\""));
        Answer _ = roost.call(RawRequest.of("POST", ALL + "/" + id + "/messages")
                .token(alices)
                .json("{\"text\":\"" + MARKER));
        block("PUT", bobs, alice);
        expect(403, sendWith(alices, id, "y", "\"text\":\"" + MARKER + "\""));
    }

    private static List<Integer> statusesOfSending(CapturedLog log) {
        return log.messages().stream()
                .filter(event -> event.path("route").asText().endsWith("/messages"))
                .map(event -> event.path("status").asInt())
                .toList();
    }

    private String notifications() {
        return expect(200, roost.get("/api/roost/v1/notifications", bobs)).text();
    }

    /** Where the marker is in the database, outside of the stores of messages. */
    private List<String> rows() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("roost.db"));
                Statement statement = database.createStatement()) {
            for (String table : tables(statement)) {
                if (!STORES.contains(table) && contains(statement, table)) {
                    found.add(table);
                }
            }
            for (String table : STORES) {
                assertThat(contains(statement, table)).as(table).isTrue();
            }
        }
        return found;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).hasSizeGreaterThan(20);
        return tables;
    }

    private static boolean contains(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    if (String.valueOf(rows.getString(i))
                            .toLowerCase(Locale.ROOT)
                            .contains(MARKER)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The files with the marker, except the database. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("roost.db"))
                    .toList();
            assertThat(files).isNotEmpty();
            return files.stream().filter(MessageLeakTest::hasMarker).toList();
        }
    }

    private static boolean hasMarker(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARKER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
