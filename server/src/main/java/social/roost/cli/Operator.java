package social.roost.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import social.roost.app.AdminSettings;
import social.roost.app.StartupException;

/** Sends requests to the admin port of a running server. */
final class Operator {
    /** A recount reads all tweets. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final JsonMapper mapper = new JsonMapper();
    private final String base;

    /** @throws StartupException when no port is set */
    Operator(AdminSettings admin) {
        if (admin.port() == 0) {
            throw new StartupException(
                    "The admin port is not set. Start the server with --admin.port=9090, and use the same"
                            + " option here.");
        }
        base = "http://" + admin.host() + ":" + admin.port();
    }

    /** Encodes a text as one path segment. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return ask("GET", path, BodyPublishers.noBody());
    }

    JsonNode put(String path) {
        return ask("PUT", path, BodyPublishers.noBody());
    }

    /** Sends the members as JSON. */
    JsonNode put(String path, Map<String, ?> members) {
        return ask(
                "PUT", path, BodyPublishers.ofString(mapper.valueToTree(members).toString()));
    }

    /** Sends the members as JSON. */
    JsonNode post(String path, Map<String, String> members) {
        return ask(
                "POST",
                path,
                BodyPublishers.ofString(mapper.valueToTree(members).toString()));
    }

    JsonNode post(String path) {
        return ask("POST", path, BodyPublishers.noBody());
    }

    JsonNode delete(String path) {
        return ask("DELETE", path, BodyPublishers.noBody());
    }

    /**
     * Sends a request and returns the {@code data} of the response.
     *
     * @throws StartupException with a sentence for the operator when the request fails
     */
    private JsonNode ask(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .method(method, body)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode answer = mapper.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw new StartupException(
                        answer.path("detail").asText("The server answered " + response.statusCode() + "."));
            }
            return answer.path("data");
        } catch (JsonProcessingException e) {
            throw new StartupException(base + " is not an admin port of Roost.", e);
        } catch (IOException e) {
            throw new StartupException("No server answers at " + base + ". Is it running with this --admin.port?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("Interrupted.", e);
        }
    }
}
