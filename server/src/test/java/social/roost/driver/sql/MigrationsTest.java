package social.roost.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgres-accounts", "postgres-graph"})
    void everyScriptIsListed(String folder) throws Exception {
        Path scripts = Path.of(
                Objects.requireNonNull(getClass().getResource("/db/" + folder)).toURI());
        try (Stream<Path> files = Files.list(scripts)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .toList();
            assertThat(Migrations.of(folder).names()).containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
