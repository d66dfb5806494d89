package social.roost.backup.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import social.roost.backup.BackupException;
import social.roost.backup.BackupProgress;
import social.roost.backup.Snapshots;
import social.roost.base.Scan;
import social.roost.driver.sqlite.SqliteSnapshot;
import social.roost.media.MediaStore;
import social.roost.media.Medium;
import social.roost.media.sql.SqlMediaStore;

/** Snapshots of the database of a data folder, which this process or another one may be writing to. */
public final class SqlSnapshots implements Snapshots {
    private static final String PROGRESS = "pages of the database";

    private final Path file;

    public SqlSnapshots(Path file) {
        this.file = file;
    }

    @Override
    public Snapshot open() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) == 0) {
                throw new BackupException("There is no database " + file + ".");
            }
            return new OfDatabase(SqliteSnapshot.open(file));
        } catch (IOException | JdbiException e) {
            throw failure(e);
        }
    }

    @Override
    public Map<String, Long> check(Path copy) {
        try {
            return SqliteSnapshot.check(copy);
        } catch (JdbiException e) {
            throw failure(e);
        }
    }

    private static BackupException failure(Exception e) {
        return new BackupException("The database cannot be backed up: " + e.getMessage(), e);
    }

    private static final class OfDatabase implements Snapshot {
        private final SqliteSnapshot snapshot;
        private final MediaStore media;

        OfDatabase(SqliteSnapshot snapshot) {
            this.snapshot = snapshot;
            media = new SqlMediaStore(snapshot, (handle, event) -> {});
        }

        @Override
        public Scan.Part<Medium> media(String after, int limit) {
            try {
                return media.scan(after, limit);
            } catch (JdbiException e) {
                throw failure(e);
            }
        }

        @Override
        public @Nullable Medium medium(long id) {
            return media.find(id);
        }

        @Override
        public long bytes() {
            return snapshot.bytes();
        }

        @Override
        public void copyTo(Path copy, BackupProgress progress) {
            try {
                snapshot.copyTo(copy, (pages, all) -> progress.reached(PROGRESS, pages, all));
            } catch (JdbiException e) {
                throw failure(e);
            }
        }

        @Override
        public void close() {
            snapshot.close();
        }
    }
}
