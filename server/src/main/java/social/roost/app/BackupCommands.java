package social.roost.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.backup.Backup;
import social.roost.backup.BackupException;
import social.roost.backup.BackupFolder;
import social.roost.backup.BackupProgress;
import social.roost.backup.Manifest;
import social.roost.backup.Restore;
import social.roost.backup.sql.SqlSnapshots;

/** {@code roost backup} and {@code roost restore}. */
public final class BackupCommands {
    private static final int MOST_NAMES = 10;

    private BackupCommands() {}

    /**
     * Backs up a data folder, and prints what it did. A server may be using the folder.
     *
     * @param keep how many backups remain
     * @throws StartupException if that is not possible
     */
    public static void backup(Config config, Path to, int keep) {
        if (config.stores() == Config.Kind.CLUSTER) {
            throw new StartupException("Only embedded stores are backed up. Use the tools of the cluster's servers.");
        }
        long begin = System.nanoTime();
        Backup.Made made = told(() -> backup(config, new BackupFolder(to), InstantSource.system(), new Terminal())
                .make(keep));
        Manifest manifest = made.manifest();
        if (!manifest.lostMedia().isEmpty()) {
            System.err.println("Warning: the data folder, and so the backup, lacks " + lost(manifest));
        }
        System.out.printf(
                Locale.ROOT,
                "Backed up %s as of %s to %s in %.1f s: %s, database %s, %,d files of media with %s, of which %s are new.%n",
                config.data(),
                manifest.moment(),
                made.path(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0,
                rows(manifest),
                megabytes(manifest.databaseBytes()),
                manifest.mediaFiles(),
                megabytes(manifest.mediaBytes()),
                megabytes(made.addedBytes()));
        if (config.s3().isUsed()) {
            System.out.println("Media are in an object storage (s3.*), which is not part of the backup.");
        }
    }

    /**
     * Restores a backup into an empty folder, and prints what it did.
     *
     * @param from the folder of the backup, or of several
     * @param data null to verify it only
     * @throws StartupException if that is not possible
     */
    public static void restore(Path from, @Nullable Path data) {
        Restore restore = told(() -> new Restore(from, new Terminal()));
        Manifest manifest = told(() -> data == null ? restore.verify() : restore.into(data));
        String backup = restore.backup() + " as of " + manifest.moment() + " (" + rows(manifest) + ")";
        System.out.println(
                data == null
                        ? "The backup " + backup + " is complete and undamaged."
                        : "Restored " + backup + " to " + data + ".");
    }

    static Backup backup(Config config, BackupFolder folder, InstantSource clock, BackupProgress progress) {
        return new Backup(
                new SqlSnapshots(DataFolder.databaseIn(config.data())),
                config.s3().isUsed() ? null : DataFolder.objectsIn(config.data()),
                folder,
                clock,
                progress);
    }

    /** Which media are lost, in a few words. */
    static String lost(Manifest manifest) {
        List<String> lost = manifest.lostMedia();
        return lost.size() + " files of media: " + String.join(", ", lost.subList(0, Math.min(MOST_NAMES, lost.size())))
                + (lost.size() > MOST_NAMES ? ", and more." : ".");
    }

    private static String rows(Manifest manifest) {
        return String.format(
                Locale.ROOT, "%,d users, %,d tweets", manifest.rowsOf("account"), manifest.rowsOf("tweet"));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (BackupException e) {
            throw new StartupException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Prints the progress of each kind of work. */
    private static final class Terminal implements BackupProgress {
        private String current = "";
        private long last;
        private @Nullable Progress printed;

        @Override
        public void reached(String what, long done, long all) {
            if (printed == null || !current.equals(what)) {
                current = what;
                last = 0;
                printed = new Progress(what, all);
            }
            if (done != last) {
                last = done;
                printed.reached(done);
            }
        }
    }
}
