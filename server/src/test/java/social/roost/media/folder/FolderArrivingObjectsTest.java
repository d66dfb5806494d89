package social.roost.media.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.media.ArrivingObjects;
import social.roost.media.ArrivingObjectsContract;
import social.roost.media.ObjectStorage;
import social.roost.media.UploadSignature;

class FolderArrivingObjectsTest extends ArrivingObjectsContract {
    @TempDir
    Path folder;

    private FolderObjectStorage storage;

    @BeforeEach
    void open() {
        storage = new FolderObjectStorage(folder, new UploadSignature(() -> new byte[32]));
    }

    @AfterEach
    void nothingIncompleteIsLeft() {
        assertThat(folder.resolve("partial")).isEmptyDirectory();
    }

    @Override
    protected ArrivingObjects arriving() {
        return storage;
    }

    @Override
    protected ObjectStorage storage() {
        return storage;
    }
}
