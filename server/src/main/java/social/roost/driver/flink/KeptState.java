package social.roost.driver.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the newest state of a job after Flink has forgotten the job. */
public final class KeptState {
    private static final String METADATA = "_metadata";

    /** checkpoints / job / chk-1 / _metadata. */
    private static final int DEPTH = 4;

    private KeptState() {}

    private record Found(Path metadata, FileTime time) {}

    /**
     * The newest complete checkpoint or savepoint below a folder. Flink names no job in them, so the folder must be that of
     * one job.
     *
     * @return its folder as a URI; empty if there is none
     * @throws FlinkException if the folder cannot be read
     */
    public static Optional<String> newest(Path folder) {
        try (Stream<Path> files = Files.find(folder, DEPTH, (file, _) -> file.endsWith(METADATA))) {
            return files.flatMap(KeptState::found)
                    .max(Comparator.comparing(Found::time))
                    .map(found -> "file://"
                            + found.metadata()
                                    .toAbsolutePath()
                                    .resolveSibling("")
                                    .normalize());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            throw new FlinkException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Nothing if Flink has deleted the checkpoint meanwhile, because it has newer ones. */
    private static Stream<Found> found(Path metadata) {
        try {
            return Stream.of(new Found(metadata, Files.getLastModifiedTime(metadata)));
        } catch (IOException _) {
            return Stream.empty();
        }
    }
}
