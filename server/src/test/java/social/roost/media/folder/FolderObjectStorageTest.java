package social.roost.media.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void manyMayDeleteListAndWriteTheSameAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            Path file = Files.writeString(folder.resolve("file"), "content");
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> {
                    for (int j = 0; j < 300; j++) {
                        storage.put("files/7/a.png", file, "image/png");
                        var _ = storage.list("files/7/", "", 10);
                        storage.delete("files/7/a.png");
                    }
                }));
            }
            for (Future<?> one : all) {
                var _ = one.get();
            }
        }
        assertThat(storage.list("files/", "", 10)).isEmpty();
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
}
