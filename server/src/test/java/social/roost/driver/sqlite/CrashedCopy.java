package social.roost.driver.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a crash of the process would leave of an open database: its files, copied while nobody writes. */
public final class CrashedCopy {
    private CrashedCopy() {}

    /** Copies into the folder, which must not exist, and returns the copied database file. */
    public static Path of(Path database, Path folder) throws IOException {
        Files.createDirectory(folder);
        Path copy = folder.resolve(database.getFileName());
        Files.copy(database, copy);
        Path log = database.resolveSibling(database.getFileName() + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, folder.resolve(log.getFileName()));
        }
        return copy;
    }
}
