package social.roost.media.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.media.ArrivingObjects.Source;
import social.roost.media.ObjectStorage;
import social.roost.media.ObjectStorageContract;
import social.roost.media.UploadSignature;

class FolderObjectStorageTest extends ObjectStorageContract {
    @TempDir
    Path folder;

    private FolderObjectStorage storage;

    @BeforeEach
    void open() {
        storage = new FolderObjectStorage(folder, new UploadSignature(() -> new byte[32]));
    }

    @Override
    protected ObjectStorage storage() {
        return storage;
    }

    @Test
    void whatArrivesIsStoredIfItHasTheSize() throws IOException {
        assertThat(storage.receive("uploads/1", 6, chunks("abc", "def"))).isTrue();
        assertThat(folder.resolve("objects/uploads/1")).hasContent("abcdef");
        assertThat(storage.receive("uploads/2", 6, chunks("abc", "d"))).isFalse();
        assertThat(storage.receive("uploads/3", 6, chunks("abc", "defg"))).isFalse();
        assertThatThrownBy(() -> storage.receive("uploads/4", 6, () -> {
                    throw new IllegalStateException("gone");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(storage.list("", "", 10))
                .extracting(ObjectStorage.Stored::key)
                .containsExactly("uploads/1");
        assertThat(folder.resolve("partial")).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftIsRemovedAtTheStart() throws IOException {
        put("uploads/1", "whole");
        Files.writeString(folder.resolve("partial/part-1"), "half");
        open();
        assertThat(folder.resolve("partial")).isEmptyDirectory();
        assertThat(storage.head("uploads/1")).isNotNull();
    }

    @Test
    void noKeyLeadsOutOfTheFolder() {
        assertThatThrownBy(() -> storage.head("../secret")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.delete("files/../../secret")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Source chunks(String... texts) {
        Iterator<ByteBuffer> chunks = List.of(texts).stream()
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return () -> chunks.hasNext() ? chunks.next() : null;
    }
}
