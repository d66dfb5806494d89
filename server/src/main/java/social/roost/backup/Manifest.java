package social.roost.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import social.roost.base.StoredJson;

/**
 * What a backup contains, as the file {@code manifest.json}.
 *
 * @param format of the backup; another one cannot be read
 * @param version of the program that made it
 * @param moment the backup contains everything stored until then, and nothing later; in ISO 8601
 * @param databaseBytes of {@code roost.db}
 * @param mediaFiles lines of {@code media.list}
 * @param mediaBytes of their files
 * @param lostMedia keys of objects that the data folder had lost before
 * @param rows of each table
 */
public record Manifest(
        int format,
        String version,
        String moment,
        long databaseBytes,
        long mediaFiles,
        long mediaBytes,
        List<String> lostMedia,
        Map<String, Long> rows) {

    static final int FORMAT = 1;

    public Manifest {
        lostMedia = List.copyOf(lostMedia);
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }

    /** The number of rows of a table; 0 if there is no such table. */
    public long rowsOf(String table) {
        return rows.getOrDefault(table, 0L);
    }

    static Manifest read(Path file) throws IOException {
        Manifest manifest;
        try {
            manifest = StoredJson.read(Files.readString(file), Manifest.class);
        } catch (UncheckedIOException e) {
            throw new BackupException(file + " is damaged: it is not a manifest.", e);
        }
        if (manifest.format() != FORMAT) {
            throw new BackupException("The backup " + file.getParent() + " has the format " + manifest.format()
                    + ", but this version of Roost reads the format " + FORMAT + ". It was made by version "
                    + manifest.version() + ".");
        }
        return manifest;
    }
}
