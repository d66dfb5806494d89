package social.roost.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import social.roost.http.OpenApiDocument;

/** The OpenAPI document for tests: follows references and applies schemas. */
final class ApiDescription {
    private static final String IRI = "https://roost.test/openapi.json";

    final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new HashMap<>();

    ApiDescription() {
        root = OpenApiDocument.read();
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(), builder -> builder.schemas(Map.of(IRI, root.toString())));
    }

    /** Missing if the path has no such method. */
    JsonNode operation(String method, String template) {
        return root.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    /** The target of a reference, or the node itself. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** The description of a response with this status, or the default. */
    JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        return resolve(responses.path(responses.has("" + status) ? "" + status : "default"));
    }

    /** Where a JSON text violates a schema of the document. */
    List<Error> misfits(JsonNode schema, String json) {
        return schemas.computeIfAbsent(absolute(schema), registry::getSchema)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** Where an event of the stream violates its schema. */
    List<Error> misfitsOfEvent(String json) {
        return misfits(root.at("/components/schemas/StreamEvent"), json);
    }

    /** Where a schema of the document is not a valid JSON Schema. */
    List<Error> faults(JsonNode schema) {
        return registry.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()))
                .validate(schema.toString(), InputFormat.JSON);
    }

    private static String absolute(JsonNode schema) {
        return schema.toString().replace("\"$ref\":\"#", "\"$ref\":\"" + IRI + "#");
    }
}
