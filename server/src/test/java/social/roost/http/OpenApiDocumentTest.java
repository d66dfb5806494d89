package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The parts of the OpenAPI document")
class OpenApiDocumentTest {
    private static final Path PARTS = Path.of("src", "main", "resources", "openapi");

    @Test
    void areAllListed() throws IOException {
        try (Stream<Path> files = Files.list(PARTS)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("parts.txt"))
                    .toList();
            assertThat(Files.readAllLines(PARTS.resolve("parts.txt"))).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void becomeOneDocument() throws IOException {
        ObjectNode document = join(
                "info: {title: Roost}\ncomponents: {schemas: {Id: {type: string}}}",
                "tags: [{name: users}]\npaths: {/users: {get: {}}}",
                "tags: [{name: tweets}]\npaths: {/tweets: {get: {}}}\ncomponents: {schemas: {Tweet: {type: object}}}");

        assertThat(document).isEqualTo(yaml("""
                info: {title: Roost}
                components: {schemas: {Id: {type: string}, Tweet: {type: object}}}
                tags: [{name: users}, {name: tweets}]
                paths: {/users: {get: {}}, /tweets: {get: {}}}
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"info: {}", "paths: {/users: {post: {}}}", "components: {schemas: {Id: {type: string}}}"})
    void doNotDefineTheSameThingTwice(String part) {
        String first = "info: {}\npaths: {/users: {get: {}}}\ncomponents: {schemas: {Id: {type: string}}}";

        assertThatThrownBy(() -> join(first, part)).isInstanceOf(IllegalStateException.class);
    }

    private static ObjectNode join(String... parts) throws IOException {
        List<ObjectNode> read = new ArrayList<>();
        for (String part : parts) {
            read.add(yaml(part));
        }
        return OpenApiDocument.join(read);
    }

    private static ObjectNode yaml(String text) throws IOException {
        return new YAMLMapper().readValue(text, ObjectNode.class);
    }
}
