package social.roost.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The OpenAPI document of Roost's own API, joined from a part for each feature. {@code openapi/parts.txt} lists the
 * parts: the first contains what occurs once in a document, the others add tags, paths and components.
 */
public final class OpenApiDocument {
    private static final String FOLDER = "/openapi/";

    private static final YAMLMapper YAML = new YAMLMapper();

    private OpenApiDocument() {}

    /** Reads and joins the parts. */
    public static ObjectNode read() {
        String names = new String(resource("parts.txt"), StandardCharsets.UTF_8);
        return join(names.lines().map(OpenApiDocument::part).toList());
    }

    /** @throws IllegalStateException when two parts define the same path or component */
    static ObjectNode join(List<ObjectNode> parts) {
        ObjectNode document = YAML.createObjectNode();
        parts.forEach(part -> part.properties().forEach(section -> {
            String name = section.getKey();
            switch (name) {
                case "tags" ->
                    document.withArrayProperty(name)
                            .addAll(section.getValue().valueStream().toList());
                case "paths" -> add(section.getValue(), document.withObjectProperty(name));
                case "components" ->
                    section.getValue()
                            .properties()
                            .forEach(kind -> add(
                                    kind.getValue(),
                                    document.withObjectProperty(name).withObjectProperty(kind.getKey())));
                default -> put(name, section.getValue(), document);
            }
        }));
        return document;
    }

    private static void add(JsonNode members, ObjectNode to) {
        members.properties().forEach(member -> put(member.getKey(), member.getValue(), to));
    }

    private static void put(String name, JsonNode value, ObjectNode to) {
        if (to.putIfAbsent(name, value) != null) {
            throw new IllegalStateException("Two parts of the OpenAPI document define " + name + ".");
        }
    }

    private static ObjectNode part(String name) {
        try {
            return YAML.readValue(resource(name), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not valid YAML.", e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(FOLDER + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
