package social.roost.tweet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** A file of vectors as tests, with a container for each section; an unknown section is a failure. */
record ConformanceVectors(String file, JsonNode sections) {

    record Vector(String description, String text, JsonNode expected) {}

    @FunctionalInterface
    interface Check {
        void accept(Vector vector);
    }

    /** Skips the test if the file does not exist. */
    static ConformanceVectors read(String file) {
        Path folder = SharedFiles.conformance();
        assumeTrue(folder != null, "There is no folder 'shared/conformance' beside the repository");
        try {
            return new ConformanceVectors(
                    file,
                    new YAMLMapper()
                            .readTree(
                                    Objects.requireNonNull(folder).resolve(file).toFile())
                            .get("tests"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<DynamicNode> tests(Map<String, Check> checks) {
        Stream<DynamicNode> complete = Stream.of(DynamicTest.dynamicTest(
                "every section of " + file + " has a check and is there",
                () -> assertThat(checks.keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                sections.propertyStream().map(Map.Entry::getKey).toList())));
        return Stream.concat(
                complete, checks.entrySet().stream().map(check -> container(check.getKey(), check.getValue())));
    }

    Stream<Vector> vectors(String section) {
        return StreamSupport.stream(sections.path(section).spliterator(), false)
                .map(vector -> new Vector(
                        vector.get("description").asText(), vector.get("text").asText(), vector.get("expected")));
    }

    private DynamicNode container(String section, Check check) {
        return DynamicContainer.dynamicContainer(
                section,
                vectors(section)
                        .map(vector -> DynamicTest.dynamicTest(vector.description(), () -> check.accept(vector))));
    }
}
