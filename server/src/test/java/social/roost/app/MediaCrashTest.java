package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.media.MediaCheck;
import social.roost.media.MediaStore;

@DisplayName("Media and kill -9, in one process (I2)")
class MediaCrashTest extends MediaCrashContract {
    @TempDir
    Path folder;

    @Override
    Map<String, String> stores() {
        return Map.of("stores", "embedded", "data", folder.toString());
    }

    @Override
    void anHourLater(List<String> complete) throws Exception {
        SettableClock clock = new SettableClock(Instant.now().plus(Duration.ofMinutes(61)));
        try (LocalServer server = new LocalServer(folder, clock, UnaryOperator.identity())) {
            Stores.OfMedia media = server.server.stores().media();
            MediaStore rows = media.rows();
            MediaCheck check = new MediaCheck(rows, media.objects(), clock);
            Await.until(() -> begun().stream().allMatch(id -> complete.contains(id) || isGone(rows, id)));
            Await.until(() -> check.run(false).equals(new MediaCheck.Result(List.of(), List.of())));
            assertThat(files("objects/files")).hasSize(complete.size() * FILES_EACH);
            for (String left : List.of("objects/uploads", "partial", "work")) {
                assertThat(files(left)).isEmpty();
            }
        }
    }

    private List<Path> files(String name) {
        Path below = folder.resolve("roost.media").resolve(name);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(below)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
