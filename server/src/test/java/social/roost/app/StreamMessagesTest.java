package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every invalid message on a WebSocket gets a problem event, and the stream continues. */
@DisplayName("Malformed messages on a stream (E1, CASES W-5)")
@Timeout(240)
class StreamMessagesTest {
    @TempDir
    static Path folder;

    private static LocalServer roost;
    private static StreamClient stream;

    @BeforeAll
    static void start() {
        roost = new LocalServer(folder);
        String token = roost.token(roost.register("alice"));
        stream = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", token);
        var _ = stream.next("unread");
    }

    @AfterAll
    static void stop() {
        stream.close();
        roost.close();
    }

    /** Each JSON value, bare, as the list and inside it. */
    static Stream<String> invalidLists() {
        Stream<String> notLists = Stream.of("null", "true", "1", "1.5", "\"1\"", "{}", "{\"1\":1}");
        Stream<String> notIds = Stream.of(
                "null",
                "true",
                "1",
                "1.5",
                "1e999",
                "{}",
                "[]",
                "[null]",
                "\"\"",
                "\"x\"",
                "\"-1\"",
                "\"0\"",
                "\"01\"",
                "\"99999999999999999999\"",
                "\"01\"",
                "\"99999999999999999999\"",
                "\"\\ud800\"");
        return Stream.concat(
                notLists, notIds.flatMap(id -> Stream.of("[" + id + "]", "[\"1\"," + id + "]", "[" + id + ",\"1\"]")));
    }

    @ParameterizedTest
    @MethodSource("invalidLists")
    void aListThatIsNoneIsAProblemThatNamesTheMember(String list) {
        JsonNode problem = problem("{\"watch\":" + list + "}");
        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("field").asText()).startsWith("watch");
        assertThat(problem.path("code").asText()).isEqualTo("invalid_value");
    }

    static Stream<String> notMessages() {
        return Stream.of(
                "",
                " ",
                "null",
                "true",
                "1",
                "\"watch\"",
                "[]",
                "[null]",
                "[{\"watch\":[]}]",
                "{",
                "{\"watch\"",
                "{\"watch\":[}",
                "{\"watch\":[]}x",
                "{\"watch\":[]}{\"watch\":[]}",
                "{\"watch\":[],\"watch\":[]}",
                "{\"watch\":" + "[".repeat(100) + "]".repeat(100) + "}",
                "{\"watch\":" + "9".repeat(1_000) + "}",
                "{'watch':[]}",
                "\\u0000",
                "\\ufeff");
    }

    @ParameterizedTest
    @MethodSource("notMessages")
    void whatIsNoMessageIsAProblem(String message) {
        assertThat(problem(message).path("status").asInt()).isIn(400, 422);
    }

    @Test
    void anotherMemberIsAProblem() {
        JsonNode problem = problem("{\"watch\":[],\"follow\":[]}");
        assertThat(problem.path("code").asText()).isEqualTo("unknown_field");
        assertThat(problem.path("field").asText()).isEqualTo("follow");
        assertThat(problem("{}").path("field").asText()).isEqualTo("watch");
    }

    private static JsonNode problem(String message) {
        stream.say(message);
        JsonNode problem = stream.next("problem");
        assertThat(problem.path("detail").asText()).doesNotContain("Exception", "java.");
        return problem;
    }
}
