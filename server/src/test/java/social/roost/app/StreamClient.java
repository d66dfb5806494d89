package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the stream, over a WebSocket or Server-Sent Events. It checks every event against the OpenAPI document. */
final class StreamClient implements AutoCloseable {
    private static final ApiDescription DESCRIPTION = new ApiDescription();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 20;
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private Runnable close = () -> {};
    private @Nullable WebSocket socket;
    private String lastId = "";

    private StreamClient() {}

    /** @param path with its query */
    static StreamClient webSocket(int port, String path, String token) {
        StreamClient client = new StreamClient();
        var builder = client.http.newWebSocketBuilder();
        if (!token.isEmpty()) {
            builder.header("authorization", "Bearer " + token);
        }
        WebSocket socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), client.new Messages())
                .join();
        client.socket = socket;
        client.close = socket::abort;
        return client;
    }

    static StreamClient events(int port, String path, String token) {
        StreamClient client = new StreamClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> answer = client.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            Thread reading = Thread.ofVirtual().start(() -> client.read(answer));
            client.close = () -> {
                client.http.shutdownNow();
                reading.interrupt();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return client;
    }

    void say(String message) {
        var _ = Objects.requireNonNull(socket).sendText(message, true).join();
    }

    /** The next event of this kind; skips others. */
    JsonNode next(String event) {
        List<JsonNode> others = new ArrayList<>();
        try {
            while (true) {
                JsonNode next = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("No " + event + ", only " + others);
                }
                check(next);
                lastId = next.path("id").asText();
                if (next.path("event").asText().equals(event)) {
                    return next.path("data");
                }
                others.add(next);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(JsonNode event) {
        assertThat(DESCRIPTION.misfitsOfEvent(event.toString())).as("%s", event).isEmpty();
    }

    /** The id of the next tweet. */
    String tweet() {
        return next("tweet").path("data").path("id").asText();
    }

    /** All events up to this tweet. */
    List<JsonNode> until(String tweetId) {
        List<JsonNode> all = new ArrayList<>();
        try {
            do {
                all.add(Objects.requireNonNull(events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "Only " + all));
            } while (!all.getLast().at("/data/data/id").asText().equals(tweetId));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    /** Whether this tweet arrives within a moment; skips others. */
    boolean gets(String tweetId) {
        long end = System.nanoTime() + MOMENT.toNanos();
        try {
            while (true) {
                JsonNode next = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null || next.at("/data/data/id").asText().equals(tweetId)) {
                    return next != null;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Fails if such an event arrives within a moment; keeps others. */
    void expectNo(String event) {
        List<JsonNode> others = new ArrayList<>();
        long end = System.nanoTime() + MOMENT.toNanos();
        try {
            JsonNode next = events.poll(MOMENT.toNanos(), TimeUnit.NANOSECONDS);
            while (next != null) {
                check(next);
                assertThat(next.path("event").asText()).as("%s", next).isNotEqualTo(event);
                others.add(next);
                next = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        events.addAll(others);
    }

    String lastId() {
        return lastId;
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        close.run();
        http.shutdownNow();
    }

    private void read(HttpResponse<InputStream> answer) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String event = "";
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring("event:".length());
                } else if (line.startsWith("id:")) {
                    id = line.substring("id:".length());
                } else if (line.startsWith("data:")) {
                    take(event, id, JSON.readTree(line.substring("data:".length())));
                }
            }
        } catch (IOException e) {
            closed.completeExceptionally(e);
        }
    }

    private void take(String event, String id, JsonNode data) {
        if (event.equals("close")) {
            closed.complete(data.path("code").asInt());
        } else {
            events.add(JSON.createObjectNode().put("event", event).put("id", id).set("data", data));
        }
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    events.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new CompletionException(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
