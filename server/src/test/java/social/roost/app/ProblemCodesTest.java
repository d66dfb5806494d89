package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The OpenAPI document lists the codes of all problems that the source code creates, and no others; so does the guide. */
class ProblemCodesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final Path GUIDE = Path.of("..", "docs", "api.md");

    /** Only on the admin port, which is not part of the API. */
    private static final Set<String> OF_THE_ADMIN_PORT = Set.of("unknown_host", "not_local", "browser");

    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");
    private static final Pattern CREATED =
            Pattern.compile("(?:new (?:Problem|Rejection)\\(\\s*[\\w.]+,|\\btooMany\\()\\s*\"([a-z_]+)\"");

    @Test
    void theDocumentListsThemAll() throws IOException {
        Set<String> described = new TreeSet<>();
        new ApiDescription()
                .root
                .at("/components/schemas/ProblemCode/oneOf")
                .forEach(code -> described.add(code.path("const").asText()));

        assertThat(described).isEqualTo(created());
    }

    @Test
    void theGuideSaysWhatToDoAboutEach() throws IOException {
        Set<String> explained = new TreeSet<>(OF_THE_ADMIN_PORT);
        Files.readAllLines(GUIDE).stream()
                .filter(line -> line.matches("\\| [0-9, ]+ \\| `.*"))
                .map(line -> line.split("\\|", -1)[2])
                .forEach(codes -> CODE.matcher(codes).results().forEach(found -> explained.add(found.group(1))));

        assertThat(explained).isEqualTo(created());
    }

    private static Set<String> created() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> CREATED.matcher(read(file)).results().forEach(found -> codes.add(found.group(1))));
        }
        return codes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
