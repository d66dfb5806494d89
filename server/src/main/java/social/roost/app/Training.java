package social.roost.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A short workload of one user over HTTP, for the run that records what a start loads. */
final class Training {
    private static final int ROUNDS = 200;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final String base;
    private String token = "";

    Training(int port) {
        base = "http://127.0.0.1:" + port;
    }

    void run() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            send(client, "GET", "/health/ready", "");
            send(client, "GET", "/api/roost/v1/openapi.json", "");
            String account =
                    "{\"username\":\"trainee\",\"email\":\"trainee@example.org\",\"password\":\"correct horse\"}";
            send(client, "POST", "/api/roost/v1/users", account);
            String session = send(
                    client, "POST", "/api/roost/v1/sessions", "{\"login\":\"trainee\",\"password\":\"correct horse\"}");
            Matcher matcher = TOKEN.matcher(session);
            token = matcher.find() ? matcher.group(1) : "";
            for (int i = 0; i < ROUNDS; i++) {
                send(
                        client,
                        "POST",
                        "/api/roost/v1/tweets",
                        "{\"content\":\"round " + i + " #roost @trainee https://example.org\"}");
                send(client, "GET", "/api/roost/v1/timelines/home?limit=20", "");
            }
            send(client, "GET", "/api/roost/v1/search/tweets?q=round+%23roost+OR+%225%22", "");
            send(client, "GET", "/api/roost/v1/search/tweets?q=from:me&sort=latest", "");
            send(client, "GET", "/api/roost/v1/search/users?q=train", "");
            send(client, "GET", "/api/roost/v1/search/suggest?q=ro", "");
        } catch (IOException e) {
            throw new StartupException("The training run failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String send(HttpClient client, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("content-type", "application/json");
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
