package social.roost.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client with an open stream. */
final class Listener implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private String lastId = "";

    private Listener() {}

    /** @param address of the stream, including the query */
    static Listener webSocket(String address) {
        Listener listener = new Listener();
        WebSocket _ = listener.http
                .newWebSocketBuilder()
                .buildAsync(URI.create(address.replaceFirst("http", "ws")), listener.new Messages())
                .join();
        return listener;
    }

    /** The same with Server-Sent Events. */
    static Listener events(String address) {
        Listener listener = new Listener();
        try {
            InputStream body = listener.http
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofInputStream())
                    .body();
            var _ = Thread.ofPlatform().daemon().start(() -> listener.read(body));
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while opening " + address, e);
        }
    }

    /** The data of the next event of this kind; skips others. */
    JsonNode next(String kind) {
        List<JsonNode> others = new ArrayList<>();
        try {
            for (JsonNode event = poll(); event != null; event = poll()) {
                lastId = event.path("id").asText();
                if (event.path("event").asText().equals(kind)) {
                    return event.path("data");
                }
                others.add(event);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while waiting for " + kind, e);
        }
        throw new AssertionError("No " + kind + ", only " + others);
    }

    /** The id of the next tweet. */
    String tweet() {
        return next("tweet").path("data").path("id").asText();
    }

    /** The id of the last event received. */
    String lastId() {
        return lastId;
    }

    /** Waits for the end. */
    int closeCode() {
        return closeCode.orTimeout(Await.BOUND.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private @Nullable JsonNode poll() throws InterruptedException {
        return events.poll(Await.BOUND.toSeconds(), TimeUnit.SECONDS);
    }

    private void read(InputStream body) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String kind = "";
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] field = line.split(":", 2);
                switch (field[0]) {
                    case "event" -> kind = field[1];
                    case "id" -> id = field[1];
                    case "data" -> take(kind, id, parse(field[1]));
                    default -> {}
                }
            }
        } catch (IOException e) {
            closeCode.completeExceptionally(e);
        }
    }

    private void take(String kind, String id, JsonNode data) {
        if (kind.equals("close")) {
            closeCode.complete(data.path("code").asInt());
        } else {
            events.add(JSON.createObjectNode().put("event", kind).put("id", id).set("data", data));
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                events.add(parse(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closeCode.complete(code);
            return null;
        }
    }
}
