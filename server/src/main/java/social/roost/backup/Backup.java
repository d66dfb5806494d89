package social.roost.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.backup.MediaPass.Moved;
import social.roost.base.OwnerOnly;
import social.roost.base.Scan;
import social.roost.base.StoredJson;
import social.roost.base.Version;
import social.roost.media.Medium;

/**
 * Makes backups of a data folder, while a server may be writing to it.
 *
 * <p>Objects are copied first, which may take long. Then a snapshot of the database is opened: its moment is the moment
 * of the backup. The few objects that it has in addition are copied, and then the snapshot itself. A server changes a
 * medium in the database before it removes an object. So if an object is missing, the medium has changed since, and the
 * last two steps are repeated with another snapshot; or the object was lost before, which the manifest tells.
 */
public final class Backup {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
    private static final int MOST_SNAPSHOTS = 50;
    private static final String AHEAD = "media.ahead";

    private final Snapshots database;
    private final @Nullable Path objects;
    private final BackupFolder folder;
    private final InstantSource clock;
    private final BackupProgress progress;
    private volatile boolean cancelled;

    /** @param objects the folder of the objects; null if they are in an object storage of their own */
    public Backup(
            Snapshots database,
            @Nullable Path objects,
            BackupFolder folder,
            InstantSource clock,
            BackupProgress progress) {
        this.database = database;
        this.objects = objects;
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * A backup that is complete.
     *
     * @param path its folder
     * @param addedBytes of media that earlier backups did not have
     */
    public record Made(Path path, Manifest manifest, long addedBytes) {}

    /**
     * Makes a backup.
     *
     * @param keep how many backups remain, with this one
     * @throws BackupException if that is not possible; then there is no new backup, and the others are as before
     */
    public Made make(int keep) {
        try (FileChannel _ = folder.lock()) {
            Path unfinished = folder.begin();
            try {
                Made made = make(unfinished);
                folder.keep(keep);
                return made;
            } catch (BackupException | IOException e) {
                Contents.delete(unfinished);
                throw e;
            }
        } catch (IOException e) {
            throw new BackupException("The backup cannot be written to " + folder.path() + ": " + e.getMessage(), e);
        }
    }

    /** Ends a backup in progress before long. */
    public void cancel() {
        cancelled = true;
    }

    private Made make(Path unfinished) throws IOException {
        MediaPool pool = folder.pool();
        long mediaBytes = copyAhead(pool, unfinished);
        Taken taken = takeSnapshot(pool, unfinished, mediaBytes);
        Files.delete(unfinished.resolve(AHEAD));
        pool.force();
        Path newest = folder.newest();
        long added = MediaList.bytesNotIn(
                unfinished.resolve(BackupFolder.MEDIA_LIST), newest == null ? null : listOf(newest));
        Path copy = unfinished.resolve(BackupFolder.DATABASE);
        Contents.force(copy);
        progress.reached("checks of the database", 0, 1);
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                Version.current(),
                taken.moment().toString(),
                Files.size(copy),
                taken.media().files(),
                taken.media().bytes(),
                taken.lost(),
                database.check(copy));
        progress.reached("checks of the database", 1, 1);
        Contents.write(unfinished.resolve(BackupFolder.MANIFEST), StoredJson.write(manifest) + "\n");
        Checksums.write(unfinished);
        return new Made(folder.finish(unfinished, taken.moment()), manifest, added);
    }

    /** Returns how many bytes of media there were to copy. */
    private long copyAhead(MediaPool pool, Path unfinished) throws IOException {
        Path ahead = unfinished.resolve(AHEAD);
        if (objects == null) {
            new MediaList.Writer(ahead).close();
            return 0;
        }
        Path newest = folder.newest();
        Path earlier = newest == null ? null : listOf(newest);
        long bytes;
        try (MediaList.Reader list = new MediaList.Reader(earlier)) {
            bytes = MediaPass.missing(this::current, list).bytes();
        }
        try (Snapshots.Snapshot now = database.open()) {
            MediaPool.requireSpace(folder.path(), bytes + now.bytes());
        }
        try (MediaList.Reader list = new MediaList.Reader(earlier)) {
            var _ = pass(pool, objects).run(this::current, list, false, ahead, (medium, key) -> {}, bytes);
        } catch (Moved e) {
            throw new IllegalStateException(e);
        }
        return bytes;
    }

    private static Path listOf(Path backup) {
        return backup.resolve(BackupFolder.MEDIA_LIST);
    }

    /** Media as they are now, in a snapshot for each part, so that none is open for long. */
    private Scan.Part<Medium> current(String after, int limit) {
        try (Snapshots.Snapshot now = database.open()) {
            return now.media(after, limit);
        }
    }

    private record Taken(Instant moment, MediaPass.Total media, List<String> lost) {}

    private Taken takeSnapshot(MediaPool pool, Path unfinished, long mediaBytes) throws IOException {
        for (int i = 0; i < MOST_SNAPSHOTS; i++) {
            try (Snapshots.Snapshot snapshot = database.open()) {
                Instant moment = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                List<String> lost = new ArrayList<>();
                MediaPass.Total media = listMedia(pool, snapshot, unfinished, mediaBytes, lost);
                Path copy = unfinished.resolve(BackupFolder.DATABASE);
                MediaPool.requireSpace(folder.path(), snapshot.bytes());
                Path _ = Files.createFile(copy, OwnerOnly.newFile());
                snapshot.copyTo(copy, progress);
                return new Taken(moment, media, lost);
            } catch (Moved e) {
                LOG.debug("Media have changed since the snapshot; taking another", e);
            }
        }
        throw new BackupException("Media change too fast for a backup. Try again when there is less to do.");
    }

    private MediaPass.Total listMedia(
            MediaPool pool, Snapshots.Snapshot snapshot, Path unfinished, long mediaBytes, List<String> lost)
            throws IOException, Moved {
        Path list = unfinished.resolve(BackupFolder.MEDIA_LIST);
        Files.deleteIfExists(list);
        if (objects == null) {
            new MediaList.Writer(list).close();
            return new MediaPass.Total(0, 0);
        }
        try (MediaList.Reader ahead = new MediaList.Reader(unfinished.resolve(AHEAD))) {
            return pass(pool, objects)
                    .run(snapshot::media, ahead, true, list, (medium, key) -> absent(medium, key, lost), mediaBytes);
        }
    }

    private void absent(Medium medium, String key, List<String> lost) throws Moved {
        Medium now;
        try (Snapshots.Snapshot current = database.open()) {
            now = current.medium(medium.id());
        }
        if (now == null || !now.objects().containsKey(key)) {
            throw new Moved();
        }
        if (!medium.isAwaited()) {
            lost.add(key);
        }
    }

    private MediaPass pass(MediaPool pool, Path from) {
        return new MediaPass(from, pool, progress, () -> cancelled);
    }
}
