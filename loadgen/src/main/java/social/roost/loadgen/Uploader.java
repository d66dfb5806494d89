package social.roost.loadgen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A user who uploads media to a server. */
record Uploader(HttpClient client, int port, String token) {
    private static final String MEDIA = "/api/roost/v1/media/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int POLL_MILLIS = 50;

    /** Sends a file; returns the id. */
    String upload(byte[] file, String type) throws IOException, InterruptedException {
        String wish = "{\"type\":\"%s\",\"size\":%d,\"purpose\":\"tweet\"}".formatted(type, file.length);
        JsonNode begun = call("POST", MEDIA + "upload-url", "application/json", BodyPublishers.ofString(wish));
        String id = begun.path("media_id").asText();
        JsonNode _ = call("PUT", begun.path("upload_url").asText(), type, BodyPublishers.ofByteArray(file));
        JsonNode _ = call("POST", MEDIA + id + "/uploaded", "application/json", BodyPublishers.noBody());
        return id;
    }

    /** Waits until an upload is ready or has failed. */
    JsonNode result(String id) throws IOException, InterruptedException {
        JsonNode medium = find(id);
        while (!medium.path("state").asText().matches("ready|failed")) {
            Thread.sleep(POLL_MILLIS);
            medium = find(id);
        }
        return medium;
    }

    private JsonNode find(String id) throws IOException, InterruptedException {
        return call("GET", MEDIA + id, "application/json", BodyPublishers.noBody());
    }

    /** Posts a tweet with a medium, which everyone may see from then on. */
    void post(String id) throws IOException, InterruptedException {
        BodyPublisher tweet = BodyPublishers.ofString("{\"media_ids\":[\"" + id + "\"]}");
        JsonNode _ = call("POST", "/api/roost/v1/tweets", "application/json", tweet);
    }

    private JsonNode call(String method, String target, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .method(method, body)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + target + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body()).path("data");
    }
}
