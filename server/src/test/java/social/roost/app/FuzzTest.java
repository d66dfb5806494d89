package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.http.Route;

/** Each route, with every part of a request invalid: responses are problems that reveal no secrets, and never a 5xx. */
@DisplayName("Malformed requests (J3)")
@Timeout(240)
class FuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_601);
    private static final int RANDOM_ROUNDS = 8;

    @TempDir
    static Path folder;

    private static LocalServer roost;
    private static String alice;
    private static String tweet;

    private final ApiDescription description = new ApiDescription();
    private final Hostile hostile = new Hostile(new Random(SEED));
    private String token;

    @BeforeAll
    static void start() {
        System.out.println("fuzz.seed=" + SEED);
        roost = new LocalServer(folder, MailSteps.on("push.contact=mailto:admin@example.org", "admin.usernames=alice"));
        alice = roost.createOperator("alice");
        tweet = roost.post(roost.token(alice), "hello");
    }

    @BeforeEach
    void logIn() {
        token = roost.token(alice);
    }

    @AfterAll
    static void stop() {
        roost.close();
    }

    @Test
    void paths() {
        for (Route route : roost.routes()) {
            for (String text : hostile.paths(RANDOM_ROUNDS)) {
                send(route, request(route, route.template().replaceAll("\\{[a-z]+}", quoted(text))));
                send(route, request(route, path(route) + "/" + text));
                send(route, request(route, path(route) + text));
            }
            send(route, request(route, "/" + path(route)));
            send(route, request(route, path(route).replace("/", "//")));
            send(route, request(route, "http://elsewhere.example" + path(route)));
        }
    }

    @Test
    void queries() {
        for (Route route : roost.routes()) {
            for (String query : hostile.queries(RANDOM_ROUNDS)) {
                send(route, request(route, path(route) + "?" + query));
            }
        }
    }

    @Test
    void headers() {
        for (Route route : roost.routes()) {
            for (String value : hostile.headers()) {
                for (String name : List.of("x-request-id", "idempotency-key", "accept-encoding", "cookie", "accept")) {
                    send(route, request(route, path(route)).header(name, value));
                }
                RawRequest anonymous = RawRequest.of(route.method(), path(route));
                Answer answer = roost.call(anonymous.header("authorization", value));
                check(anonymous, answer);
                assertThat(answer.status()).as("%s: %s", anonymous, answer).isBetween(400, 431);
                RawRequest byCookie =
                        RawRequest.of(route.method(), path(route)).header("cookie", "roost_session=" + value);
                Answer cookieAnswer = roost.call(byCookie);
                check(byCookie, cookieAnswer);
                assertThat(route.access() == Route.Access.ANYONE || cookieAnswer.status() >= 400)
                        .as("%s: %s", byCookie, cookieAnswer)
                        .isTrue();
            }
        }
    }

    @Test
    void contentTypes() {
        for (Route route : bodyRoutes()) {
            for (String type : hostile.contentTypes()) {
                RawRequest request = RawRequest.of(route.method(), path(route))
                        .token(token)
                        .header("content-type", type)
                        .body("{}".getBytes(StandardCharsets.UTF_8));
                Answer answer = roost.call(request);
                check(request, answer);
                assertThat(answer.status()).as("%s: %s", request, answer).isIn(400, 415);
            }
        }
    }

    @Test
    void bodies() {
        for (Route route : roost.routes()) {
            for (byte[] body : hostile.bodies(RANDOM_ROUNDS)) {
                Answer answer = send(route, request(route, path(route)).json(body));
                assertThat(isFit(route, body) || answer.status() >= 400)
                        .as("%s %s: %s", route.method(), route.template(), new String(body, StandardCharsets.UTF_8))
                        .isTrue();
                send(
                        route,
                        request(route, path(route))
                                .header("content-type", "application/json")
                                .chunked(body, 1_000));
            }
        }
    }

    /** If the body is optional, a missing body is valid. */
    private boolean isFit(Route route, byte[] body) {
        return !takesBody(route)
                || (body.length == 0 && !body(route).path("required").asBoolean());
    }

    @Test
    void whatEndsTooEarlyIsNoJson() {
        for (Route route : bodyRoutes()) {
            byte[] whole = sound(route).toString().getBytes(StandardCharsets.UTF_8);
            int shortest = body(route).path("required").asBoolean() ? 0 : 1;
            for (int length = shortest; length < whole.length; length++) {
                RawRequest request = request(route, path(route)).json(Arrays.copyOf(whole, length));
                assertThat(send(route, request).member("code"))
                        .as("%s", request)
                        .isEqualTo("malformed_json");
            }
        }
    }

    @Test
    @DisplayName("CASES A-27c: a body in another encoding than UTF-8 is malformed JSON")
    void encodings() {
        List<Charset> others = List.of(
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16,
                Charset.forName("x-UTF-16LE-BOM"),
                Charset.forName("UTF-32LE"),
                Charset.forName("UTF-32BE"),
                Charset.forName("X-UTF-32LE-BOM"),
                Charset.forName("X-UTF-32BE-BOM"));
        for (Route route : bodyRoutes()) {
            for (Charset other : others) {
                RawRequest request =
                        request(route, path(route)).json(sound(route).toString().getBytes(other));
                Answer answer = send(route, request);
                assertThat(answer.status())
                        .as("%s in %s", route.template(), other)
                        .isEqualTo(400);
                assertThat(answer.member("code")).isEqualTo("malformed_json");
            }
            String marked = "\ufeff" + sound(route);
            assertThat(send(route, request(route, path(route)).json(marked)).status())
                    .as("%s in UTF-8 with a byte order mark", route.template())
                    .isNotEqualTo(400);
        }
    }

    @Test
    void members() {
        for (Route route : bodyRoutes()) {
            ObjectNode sound = sound(route);
            for (var member : sound.properties()) {
                for (String value : hostile.values()) {
                    String body = sound.deepCopy()
                            .put(member.getKey(), "@")
                            .toString()
                            .replace("\"@\"", value);
                    send(route, request(route, path(route)).json(body));
                }
                JsonNode schema =
                        description.resolve(schema(route).path("properties").path(member.getKey()));
                for (String value : hostile.notTexts()) {
                    if (isFit(schema, value)) {
                        continue;
                    }
                    String body = sound.deepCopy()
                            .put(member.getKey(), "@")
                            .toString()
                            .replace("\"@\"", value);
                    RawRequest request = request(route, path(route)).json(body);
                    Answer answer = send(route, request);
                    assertThat(answer.status()).as("%s: %s", request, answer).isEqualTo(422);
                    assertThat(answer.member("field"))
                            .as("the member, or one in it: %s", request)
                            .matches(member.getKey() + "([.\\[].*)?");
                }
                String twice = sound.toString().replaceFirst("}$", ",\"" + member.getKey() + "\":\"x\"}");
                assertThat(send(route, request(route, path(route)).json(twice)).member("code"))
                        .isEqualTo("malformed_json");
            }
        }
    }

    /** Of values that are not text, a number is valid for a number, and an object if all its fields are optional. */
    private static boolean isFit(JsonNode schema, String value) {
        return switch (schema.path("type").asText()) {
            case "integer" ->
                value.equals("1")
                        || (value.equals("0") && schema.path("minimum").asInt(1) == 0);
            case "boolean" -> value.equals("true") || value.equals("false");
            case "object" -> value.equals("{}");
            case "array" -> value.equals("[]") || (value.equals("[\"a\"]") && isListOfIds(schema));
            default -> false;
        };
    }

    /** Of ids: that they are invalid is only found together with what else is. */
    private static boolean isListOfIds(JsonNode schema) {
        return schema.at("/items/$ref").asText().endsWith("/Id");
    }

    @Test
    void namesOfMembers() {
        for (Route route : bodyRoutes()) {
            for (String name : hostile.values()) {
                if (name.startsWith("\"")) {
                    RawRequest request = request(route, path(route)).json("{" + name + ":1}");
                    assertThat(send(route, request).status()).as("%s", request).isBetween(400, 422);
                }
            }
        }
    }

    /** The description's example, with a value of the right type for each other member. */
    private ObjectNode sound(Route route) {
        ObjectNode sound = body(route).at("/content/application~1json/example").deepCopy();
        schema(route).path("properties").properties().forEach(member -> {
            if (!sound.has(member.getKey())) {
                sound.set(member.getKey(), sound(member.getValue()));
            }
        });
        return sound;
    }

    private static JsonNode sound(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "array" -> JsonNodeFactory.instance.arrayNode();
            case "boolean" -> BooleanNode.FALSE;
            case "object" -> JsonNodeFactory.instance.objectNode();
            default -> new TextNode("x");
        };
    }

    private List<Route> bodyRoutes() {
        return roost.routes().stream().filter(this::takesBody).toList();
    }

    private boolean takesBody(Route route) {
        return body(route).isObject();
    }

    private JsonNode body(Route route) {
        return description.operation(route.method(), route.template()).path("requestBody");
    }

    private JsonNode schema(Route route) {
        return description.resolve(body(route).at("/content/application~1json/schema"));
    }

    private RawRequest request(Route route, String target) {
        return RawRequest.of(route.method(), target).token(token);
    }

    private static String path(Route route) {
        String id = route.template().contains("/tweets/") ? tweet : alice;
        return route.template().replaceAll("\\{[a-z]+}", id);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    private Answer send(Route route, RawRequest request) {
        Answer answer = roost.call(request);
        check(request, answer);
        if (route.template().endsWith("/sessions/current") && answer.status() == 204) {
            token = roost.token(alice);
        }
        return answer;
    }

    /** Holds for every response. */
    static void check(RawRequest request, Answer answer) {
        assertThat(answer.status()).as("%s: %s", request, answer).isBetween(200, 499);
        if (answer.status() < 400) {
            return;
        }
        assertThat(answer.header("content-type")).as("%s", request).hasValue("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("type").asText())
                .isEqualTo("urn:roost:problem:" + problem.path("code").asText());
        for (String member : List.of("title", "detail", "code", "request_id")) {
            assertThat(problem.path(member).asText())
                    .as("%s of %s", member, answer)
                    .isNotEmpty();
        }
        assertThat(answer.header("x-request-id"))
                .hasValue(problem.path("request_id").asText());
        assertThat(answer.text())
                .as("%s", request)
                .doesNotContain("Exception", "social.roost", "java.", "com.fasterxml", "io.netty", "\\tat ", PASSWORD);
    }
}
