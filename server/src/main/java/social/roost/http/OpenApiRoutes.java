package social.roost.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import social.roost.http.Route.Access;

/**
 * Serves the description of the API, which is kept as YAML, as JSON. It is encoded and compressed once, by the first request
 * for it.
 */
public final class OpenApiRoutes {
    private static final String RESOURCE = "/openapi.yaml";

    private @Nullable WebFile file;

    public List<Route> routes() {
        return List.of(Route.get(
                "/api/roost/v1/openapi.json",
                Access.ANYONE,
                request -> file().response(request.headers()).header("cache-control", "no-cache")));
    }

    private synchronized WebFile file() {
        if (file == null) {
            byte[] json = Json.encode(read());
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

    /** All that the description describes. */
    public static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        read().path("paths")
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
     * A route as it is described.
     *
     * @param tag the first of its tags
     * @param upgrades whether it answers 101, that is, can become a WebSocket
     */
    public record Operation(String method, String template, String tag, boolean upgrades) {}

    private static JsonNode read() {
        try (InputStream yaml = OpenApiRoutes.class.getResourceAsStream(RESOURCE)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(yaml, RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
