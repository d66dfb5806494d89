package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.http.Route;

@DisplayName("The description of the API (J3)")
@Timeout(240)
class OpenApiTest {
    private static final String PATH = "/api/roost/v1/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private final ApiDescription description = new ApiDescription();

    @TempDir
    Path folder;

    @Test
    void isOpenApi31AndServed() {
        try (LocalServer roost = new LocalServer(folder)) {
            Answer answer = roost.call(RawRequest.of("GET", PATH));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).isEqualTo(description.root);
        }
        assertThat(description.root.path("openapi").asText()).startsWith("3.1.");
        assertThat(description.root.path("info").path("title").asText()).isNotEmpty();
        assertThat(description.root.path("info").path("version").asText()).isNotEmpty();
    }

    @Test
    @DisplayName("SECURITY 16: it is compressed once, sent once to a client that caches it, and rate-limited")
    void costsLittle() throws IOException {
        try (LocalServer roost = new LocalServer(folder, "limits.enabled=true", "limits.address.any=3/1h")) {
            Answer whole = roost.call(RawRequest.of("GET", PATH));
            Answer compressed = roost.call(RawRequest.of("GET", PATH).header("accept-encoding", "br, gzip"));
            assertThat(compressed.header("content-encoding")).hasValue("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                    .isEqualTo(whole.body());
            assertThat(compressed.header("vary")).hasValue("accept-encoding");
            String tag = compressed.header("etag").orElseThrow();
            assertThat(whole.header("etag")).isPresent().isNotEqualTo(Optional.of(tag));
            Answer known = roost.call(
                    RawRequest.of("GET", PATH).header("accept-encoding", "gzip").header("if-none-match", tag));
            assertThat(known.status()).isEqualTo(304);
            assertThat(known.header("etag")).hasValue(tag);
            assertThat(roost.call(RawRequest.of("GET", PATH)).status()).isEqualTo(429);
        }
    }

    @Test
    void holdsEachRouteWithItsMethodsAndItsAccessAndNoOther() {
        TreeMap<String, String> routes = new TreeMap<>();
        try (LocalServer roost = new LocalServer(folder)) {
            for (Route route : roost.routes()) {
                routes.put(
                        route.method() + " " + route.template(), route.access().name());
            }
        }
        TreeMap<String, String> described = new TreeMap<>();
        eachOperation((line, operation) -> described.put(line, access(operation)));
        assertThat(difference(routes, described))
                .as("routes, with their access, that no part of the OpenAPI document describes")
                .isEmpty();
        assertThat(difference(described, routes))
                .as("operations, with their access, that the OpenAPI document describes and the server does not have")
                .isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
        Set<String> used = new HashSet<>();
        everywhere(description.root, node -> {
            if (node.path("$ref").isTextual()) {
                String reference = node.get("$ref").asText();
                assertThat(description.resolve(node).isMissingNode())
                        .as(reference)
                        .isFalse();
                used.add(reference);
            }
        });
        description.root.path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                name -> assertThat(used).contains("#/components/" + kind.getKey() + "/" + name)));
    }

    @Test
    void everySchemaIsOneAndEveryExampleFitsItsSchema() {
        everywhere(description.root, node -> {
            JsonNode schema = node.path("schema");
            if (schema.isObject()) {
                assertThat(description.faults(schema)).isEmpty();
                if (node.has("example")) {
                    assertThat(description.misfits(schema, node.get("example").toString()))
                            .as("%s", node.get("example"))
                            .isEmpty();
                }
            }
        });
        for (JsonNode schema : description.root.path("components").path("schemas")) {
            assertThat(description.faults(schema)).isEmpty();
            for (JsonNode example : schema.path("examples")) {
                assertThat(description.misfits(schema, example.toString()))
                        .as("%s", example)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyOperationIsNamedExplainedAndComplete() {
        Set<String> names = new HashSet<>();
        List<String> tags = new ArrayList<>();
        description.root.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        eachOperation((line, operation) -> {
            String name = operation.path("operationId").asText();
            assertThat(name).as(line).matches("[a-z][A-Za-z]+");
            assertThat(names.add(name)).as("%s is used once", name).isTrue();
            assertThat(operation.path("summary").asText()).as(line).matches("[A-Z].+\\.");
            assertThat(tags).as(line).contains(operation.path("tags").path(0).asText());
            assertThat(parametersInPath(line, operation)).as(line).isEqualTo(placeholders(line));
            assertThat(operation.path("responses").has("default")).as(line).isTrue();
            operation
                    .path("responses")
                    .forEach(response -> assertThat(description
                                    .resolve(response)
                                    .path("description")
                                    .asText())
                            .as(line)
                            .isNotEmpty());
        });
    }

    @Test
    void requestsAreClosedAndAnswersAreOpen() {
        description.root.path("components").path("schemas").properties().forEach(schema -> {
            boolean request = Set.of(
                            "Registration",
                            "ProfileEdit",
                            "Credentials",
                            "PasswordChange",
                            "OwnPassword",
                            "AppCode",
                            "PasswordAndCode",
                            "SecondStep",
                            "PasswordResetRequest",
                            "PasswordReset",
                            "EmailChange",
                            "Mute",
                            "Draft",
                            "ReadUpTo",
                            "NewFeedback",
                            "NewUpload",
                            "MediaEdit",
                            "PreferencesEdit",
                            "ImpressionReport",
                            "NewList",
                            "ListEdit",
                            "NewConversation",
                            "ConversationEdit",
                            "MemberEdit",
                            "ReadMarker",
                            "NewMessage",
                            "NewMutedWord",
                            "FollowOptions",
                            "PollDraft",
                            "ScheduledEdit",
                            "TweetEdit",
                            "NewPushSubscription",
                            "PushPreferencesEdit",
                            "NewReport",
                            "NewDecision",
                            "NewInvitation")
                    .contains(schema.getKey());
            assertThat(schema.getValue().path("additionalProperties").isBoolean())
                    .as(
                            "%s sets additionalProperties: false, as the body of a request does. Name such a schema in this test",
                            schema.getKey())
                    .isEqualTo(request);
        });
    }

    @Test
    void everyAnswerOfATourFitsAndTheTourSeesEveryStatusThatIsDescribed() {
        Set<String> expected = new TreeSet<>();
        eachOperation((line, operation) -> operation
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> {
                    if (!status.equals("default")) {
                        expected.add(status + " " + line);
                    }
                }));
        try (LocalServer roost = new LocalServer(folder, ApiTour.settings())) {
            ApiTour tour = new ApiTour(description, roost);
            tour.drive();
            LimitedTour.drive(tour.api(), folder.resolve("limited"));
            ClosedTour.drive(tour.api(), folder.resolve("closed"));
            expected.removeAll(tour.seen());
            assertThat(expected)
                    .as("described statuses that no step causes; add steps, such as to TimelineSteps")
                    .isEmpty();
            assertThat(tour.byDefault()).contains(400, 403, 404, 405, 413, 414, 431);
        }
    }

    private static Set<Map.Entry<String, String>> difference(Map<String, String> all, Map<String, String> without) {
        Set<Map.Entry<String, String>> left = new LinkedHashSet<>(all.entrySet());
        left.removeAll(without.entrySet());
        return left;
    }

    private void eachOperation(OperationVisitor visitor) {
        description
                .root
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> visitor.visit(
                                member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), member.getValue())));
    }

    /** A token is optional if there is also an empty requirement. */
    private String access(JsonNode operation) {
        JsonNode security = operation.has("security") ? operation.get("security") : description.root.path("security");
        for (String scheme : List.of("token", "cookie")) {
            assertThat(security.findValues(scheme))
                    .as("a %s is understood everywhere", scheme)
                    .hasSize(1);
        }
        return security.valueStream().anyMatch(JsonNode::isEmpty) ? "ANYONE" : "LOGGED_IN";
    }

    private Set<String> parametersInPath(String line, JsonNode operation) {
        JsonNode path = description.root.path("paths").path(line.substring(line.indexOf(' ') + 1));
        Set<String> names = new TreeSet<>();
        Stream.concat(
                        path.path("parameters").valueStream(),
                        operation.path("parameters").valueStream())
                .map(description::resolve)
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    private static Set<String> placeholders(String line) {
        Set<String> names = new TreeSet<>();
        for (String segment : line.split("/", -1)) {
            if (segment.startsWith("{")) {
                names.add(segment.substring(1, segment.length() - 1));
            }
        }
        return names;
    }

    private static void everywhere(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> everywhere(child, visitor));
    }

    @FunctionalInterface
    private interface OperationVisitor {
        void visit(String line, JsonNode operation);
    }
}
