package social.roost.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import social.roost.http.Route.Access;

/** Serves the OpenAPI document as JSON. The first request encodes and compresses it. */
public final class OpenApiRoutes {
    private @Nullable WebFile file;

    public List<Route> routes() {
        return List.of(Route.get(
                "/api/roost/v1/openapi.json",
                Access.ANYONE,
                request -> file().response(request.headers()).header("cache-control", "no-cache")));
    }

    private synchronized WebFile file() {
        if (file == null) {
            byte[] json = Json.encode(OpenApiDocument.read());
            file = new WebFile("openapi.json", Map.of(AcceptedEncodings.IDENTITY, json, "gzip", compressed(json)));
        }
        return file;
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** All operations of the document. */
    public static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        OpenApiDocument.read()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> member.getValue().has("operationId"))
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue().path("tags").path(0).asText(),
                                method.getValue().path("responses").has("101")))));
        return operations;
    }

    /**
     * A route as described in the document.
     *
     * @param tag its first tag
     * @param upgrades whether it can become a WebSocket, that is, responds with 101
     */
    public record Operation(String method, String template, String tag, boolean upgrades) {}
}
