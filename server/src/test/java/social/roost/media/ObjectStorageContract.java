package social.roost.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.media.ObjectStorage.Stored;

/** The promises of {@link ObjectStorage}. */
public abstract class ObjectStorageContract {
    @TempDir
    Path files;

    protected abstract ObjectStorage storage();

    protected final void put(String key, String content) throws IOException {
        Path file = files.resolve("put");
        Files.writeString(file, content);
        storage().put(key, file, "text/plain");
    }

    private String read(String key, long offset, long length) throws IOException {
        try (InputStream in = Channels.newInputStream(storage().open(key, offset, length))) {
            return new String(in.readNBytes((int) length), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anObjectIsReadAsItWasWritten() throws IOException {
        put("files/7/a.png", "0123456789");
        assertThat(read("files/7/a.png", 0, 10)).isEqualTo("0123456789");
        assertThat(read("files/7/a.png", 3, 4)).isEqualTo("3456");
        Stored stored = Objects.requireNonNull(storage().head("files/7/a.png"));
        assertThat(stored.bytes()).isEqualTo(10);
        Path copy = files.resolve("copy");
        storage().copyTo("files/7/a.png", copy);
        assertThat(copy).hasContent("0123456789");
    }

    @Test
    void aSecondWriteReplacesTheFirst() throws IOException {
        put("uploads/7", "first");
        put("uploads/7", "second");
        assertThat(read("uploads/7", 0, 6)).isEqualTo("second");
    }

    @Test
    void whatIsMissingIsReportedAsMissing() throws IOException {
        put("files/7/a.png", "a");
        assertThat(storage().head("files/7/b.png")).isNull();
        assertThat(storage().head("files/7")).isNull();
        assertThatThrownBy(() -> storage().open("files/7/b.png", 0, 1)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> storage().copyTo("files/7/b.png", files.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aDeletedObjectIsGoneAndOthersStay() throws IOException {
        put("files/7/a.png", "a");
        put("files/7/b.png", "b");
        put("files/8/a.png", "other");
        storage().delete("files/7/a.png");
        storage().delete("files/7/a.png");
        storage().delete("files/9/none.png");
        assertThat(keys("files/")).containsExactly("files/7/b.png", "files/8/a.png");
        storage().delete("files/7/b.png");
        assertThat(keys("files/")).containsExactly("files/8/a.png");
        put("files/7/c.png", "again");
        assertThat(keys("files/7/")).containsExactly("files/7/c.png");
    }

    @Test
    void keysAreListedInOrderAPartAtATime() throws IOException {
        List<String> all = List.of("files/1/a", "files/10/a", "files/10/b", "files/2/a", "files/2-b/a", "files/a/a");
        for (String key : all) {
            put(key, "x");
        }
        put("uploads/1", "x");
        assertThat(keys("files/"))
                .containsExactlyElementsOf(all.stream().sorted().toList());
        assertThat(keys("files/1/")).containsExactly("files/1/a");
        assertThat(keys("files/3/")).isEmpty();
        assertThat(keys("uploads/")).containsExactly("uploads/1");
    }

    /** Read two at a time. */
    private List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        List<Stored> some;
        do {
            some = storage().list(prefix, keys.isEmpty() ? "" : keys.getLast(), 2);
            some.forEach(stored -> keys.add(stored.key()));
        } while (some.size() == 2);
        return keys;
    }
}
