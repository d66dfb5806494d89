package social.roost.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.http.Route.Access;

/** Serves the description of the API, which is kept as YAML, as JSON. */
public final class OpenApiRoutes {
    private static final String RESOURCE = "/openapi.yaml";

    private @Nullable JsonNode json;

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/openapi.json", Access.ANYONE, request -> Response.json(200, description()))
                .unlimited());
    }

    private synchronized JsonNode description() {
        if (json == null) {
            json = read();
        }
        return json;
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
                                method.getValue().path("tags").path(0).asText()))));
        return operations;
    }

    /** A route as it is described, and the first of its tags. */
    public record Operation(String method, String template, String tag) {}

    private static JsonNode read() {
        try (InputStream yaml = OpenApiRoutes.class.getResourceAsStream(RESOURCE)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(yaml, RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
