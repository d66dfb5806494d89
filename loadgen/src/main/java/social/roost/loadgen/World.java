package social.roost.loadgen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small synthetic world: readers who follow ordinary authors and a few famous ones. The same for the same seed. */
final class World {
    static final String PASSWORD = "bench-password";
    static final int FIRST_READER = 1_000_001;
    private static final long SEED = 42;
    private static final String WORDS = "the quick heron waits by still water while reeds lean and light moves over"
            + " stones as morning opens slowly above a small grey town";

    private final int readers;
    private final int authors;
    private final int followees;
    private final int famous;
    private final Random random = new Random(SEED);
    private final ObjectMapper json = new ObjectMapper();

    /**
     * Describes it.
     *
     * @param followees authors that each reader follows, the famous among them
     * @param famous authors whom all readers follow
     */
    World(int readers, int authors, int followees, int famous) {
        this.readers = readers;
        this.authors = authors;
        this.followees = followees;
        this.famous = famous;
    }

    /** The number of followers that makes just the famous ones famous: all readers. */
    int famousAt() {
        return famous > 0 ? readers : readers + 1;
    }

    /** Writes the follows as an edge list. Authors are numbered from 1, readers from 1,000,001. */
    void writeFollows(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            for (int i = 0; i < followees; i++) {
                int author = i < famous ? i + 1 : famous + 1 + (reader + i * 13) % (authors - famous);
                lines.add((FIRST_READER + reader) + " " + author);
            }
        }
        Files.write(file, lines);
    }

    /** Logs the authors in and has them post in turn, about 140 characters each. */
    void post(int port, int tweets) throws IOException, InterruptedException {
        List<String> tokens = logInAuthors(port);
        try (HttpClient client = Http.client()) {
            for (int i = 0; i < tweets; i++) {
                var _ = send(client, port, "/api/v1/tweets", tokens.get(i % authors), draft());
            }
        }
    }

    /** A new tweet of about 140 characters, as the body of a request. */
    String draft() {
        return json.createObjectNode().put("content", text()).toString();
    }

    List<String> logInAuthors(int port) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        try (HttpClient client = Http.client()) {
            for (int author = 1; author <= authors; author++) {
                tokens.add(logIn(client, port, author));
            }
        }
        return tokens;
    }

    /** The tokens of so many readers. */
    List<String> logInReaders(int port, int count) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        try (HttpClient client = Http.client()) {
            for (int reader = 0; reader < count; reader++) {
                tokens.add(logIn(client, port, FIRST_READER + reader));
            }
        }
        return tokens;
    }

    byte[] read(int port, String path, String token) throws IOException, InterruptedException {
        try (HttpClient client = Http.client()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("authorization", "Bearer " + token)
                    .build();
            return client.send(request, BodyHandlers.ofByteArray()).body();
        }
    }

    private String logIn(HttpClient client, int port, int number) throws IOException, InterruptedException {
        String body = json.writeValueAsString(
                json.createObjectNode().put("login", "u" + number).put("password", PASSWORD));
        return send(client, port, "/api/v1/sessions", "", body)
                .path("data")
                .path("token")
                .asText();
    }

    private JsonNode send(HttpClient client, int port, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        String[] words = WORDS.split(" ", -1);
        while (text.length() < 135) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        return text.toString().strip();
    }
}
