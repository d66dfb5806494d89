package social.roost.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** {@code openapi.yaml} as tests ask it: references followed, schemas applied. */
final class ApiDescription {
    private static final String IRI = "https://roost.test/openapi.json";

    final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new HashMap<>();

    ApiDescription() {
        try (InputStream yaml = Objects.requireNonNull(ApiDescription.class.getResourceAsStream("/openapi.yaml"))) {
            root = new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(), builder -> builder.schemas(Map.of(IRI, root.toString())));
    }

    /** Missing when the path has no such method. */
    JsonNode operation(String method, String template) {
        return root.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    /** Follows a reference, if it is one. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What is described for the status of an answer, or by default. */
    JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        return resolve(responses.path(responses.has("" + status) ? "" + status : "default"));
    }

    /** What in a JSON text does not fit a schema of the description. */
    List<Error> misfits(JsonNode schema, String json) {
        return schemas.computeIfAbsent(absolute(schema), registry::getSchema)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** What in a schema of the description is no JSON Schema. */
    List<Error> faults(JsonNode schema) {
        return registry.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()))
                .validate(schema.toString(), InputFormat.JSON);
    }

    private static String absolute(JsonNode schema) {
        return schema.toString().replace("\"$ref\":\"#", "\"$ref\":\"" + IRI + "#");
    }
}
