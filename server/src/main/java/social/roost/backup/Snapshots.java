package social.roost.backup;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.media.Medium;

/** The database that is backed up, while a server may be writing to it. */
public interface Snapshots {

    /**
     * What the database contains now, whatever is written to it afterwards.
     *
     * @throws BackupException if there is no database, or it cannot be read
     */
    Snapshot open();

    /**
     * Checks a copy of the database thoroughly.
     *
     * @return the number of rows of each table
     * @throws BackupException if it is damaged
     */
    Map<String, Long> check(Path copy);

    /** The content of the database at one moment. To be closed soon, because the database grows while it is open. */
    interface Snapshot extends AutoCloseable {
        /** In the order of their ids. */
        Scan.Part<Medium> media(String after, int limit);

        /** Null if there is none. */
        @Nullable
        Medium medium(long id);

        long bytes();

        /** Writes it to a file that exists and is empty. */
        void copyTo(Path file, BackupProgress progress);

        @Override
        void close();
    }
}
