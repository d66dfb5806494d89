package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Sends requests to a server, checks each response against the description, and remembers which occurred. */
final class DescribedApi {
    private final ApiDescription description;
    private final LocalServer roost;
    private final Set<String> seen = new TreeSet<>();
    private final Set<Integer> byDefault = new TreeSet<>();

    DescribedApi(ApiDescription description, LocalServer roost) {
        this.description = description;
        this.roost = roost;
    }

    /** Such as {@code 200 GET /health/live}. */
    Set<String> seen() {
        return seen;
    }

    /** Statuses that only {@code default} describes. */
    Set<Integer> byDefault() {
        return byDefault;
    }

    Answer register(int status, String username, String email) {
        return step(status, "POST", AccountSteps.USERS, registration(username, email));
    }

    static RawRequest registration(String username, String email) {
        return RawRequest.of("POST", AccountSteps.USERS)
                .json("{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}"
                        .formatted(username, email, PASSWORD));
    }

    /** Registers a user and logs in. */
    Guest join(String username) {
        String id = register(201, username, username + "@example.org").member("id");
        return new Guest(id, roost.token(id));
    }

    void step(int status, String method, String path) {
        step(status, method, path, RawRequest.of(method, path));
    }

    Answer step(int status, String method, String template, RawRequest request) {
        return check(status, method, template, roost.call(request));
    }

    Answer check(int status, String method, String template, Answer answer) {
        assertThat(answer.status()).as("%s %s: %s", method, template, answer).isEqualTo(status);
        seen.add(status + " " + method + " " + template);
        JsonNode operation = description.operation(method, template);
        if (!operation.path("responses").has("" + status)) {
            byDefault.add(status);
        }
        JsonNode response = description.response(operation, status);
        assertThat(answer.status() == 101 || response.path("headers").has("X-Request-Id"))
                .as(
                        "The server answered %s to %s %s. Whether the OpenAPI document describes that response, with the header"
                                + " X-Request-Id",
                        status, method, template)
                .isTrue();
        checkHeaders(response, answer);
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as("%s %s", method, template).isEmpty();
            return answer;
        }
        String type = answer.header("content-type").orElseThrow();
        assertThat(content.has(type)).as("%s of %s %s", type, method, template).isTrue();
        if (type.endsWith("json") && content.get(type).has("schema")) {
            assertThat(description.misfits(content.get(type).get("schema"), answer.text()))
                    .as("%s %s: %s", method, template, answer)
                    .isEmpty();
        }
        return answer;
    }

    private void checkHeaders(JsonNode response, Answer answer) {
        response.path("headers").properties().forEach(header -> {
            JsonNode schema = description.resolve(header.getValue()).get("schema");
            Optional<String> sent = answer.header(header.getKey().toLowerCase(Locale.ROOT));
            if (sent.isEmpty()
                    && !description.resolve(header.getValue()).path("required").asBoolean()) {
                return;
            }
            String value = sent.orElseThrow();
            String text = "\"" + value.replace("\"", "\\\"") + "\"";
            String json = schema.path("type").asText().equals("integer") ? value : text;
            assertThat(description.misfits(schema, json))
                    .as("%s: %s", header.getKey(), value)
                    .isEmpty();
        });
    }
}
