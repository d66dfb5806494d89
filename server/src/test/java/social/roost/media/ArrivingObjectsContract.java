package social.roost.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.media.ArrivingObjects.Source;

/** The promises of {@link ArrivingObjects}. */
public abstract class ArrivingObjectsContract {
    @TempDir
    Path files;

    protected abstract ArrivingObjects arriving();

    /** Where the objects are then. */
    protected abstract ObjectStorage storage();

    @Test
    void whatArrivesWithItsSizeIsStored() throws IOException {
        assertThat(arriving().receive("uploads/1", 6, chunks("abc", "def"))).isTrue();
        Path copy = files.resolve("copy");
        storage().copyTo("uploads/1", copy);
        assertThat(copy).hasContent("abcdef");
    }

    @Test
    void nothingElseIsStored() {
        assertThat(arriving().receive("uploads/2", 6, chunks("abc", "d"))).isFalse();
        assertThat(arriving().receive("uploads/3", 6, chunks("abc", "defg"))).isFalse();
        assertThat(arriving().receive("uploads/4", 6, chunks())).isFalse();
        assertThatThrownBy(() -> arriving().receive("uploads/5", 6, () -> {
                    throw new IllegalStateException("gone");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(storage().list("", "", 10)).isEmpty();
    }

    private static Source chunks(String... texts) {
        Iterator<ByteBuffer> chunks = List.of(texts).stream()
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return () -> chunks.hasNext() ? chunks.next() : null;
    }
}
