package social.roost.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Turns uploaded files, which may be damaged or malicious, into files that can be delivered.
 *
 * <p>Everything delivered is encoded anew and has no metadata of the upload: pictures are upright and in sRGB, as JPEG,
 * or as PNG if they are transparent; animations and videos are MP4 files of H.264 and AAC that can be played while they
 * load. The same file gives the same result each time.
 *
 * <p>Whatever the file contains, the memory, time and output of processing are limited.
 */
public interface MediaProcessing extends AutoCloseable {

    /** The kinds that can be processed here. Uploads of other kinds are rejected. */
    Set<MediaKind> kinds();

    /**
     * Processes an upload. Blocks until it is done, at most for the time that the settings allow; several threads may
     * call it, and wait for each other.
     *
     * @param outputFolder exists and is empty. It holds the files of the renditions if the outcome is {@link
     *     Done}, and is empty otherwise
     * @param progress is given how much is done, from 0 to 1, now and then and from any thread
     * @throws IOException if it failed for a reason that may not be the file's fault, such as a full disk: try again
     * @throws InterruptedException if the thread was interrupted; processing has then ended
     */
    Outcome process(Path input, Purpose purpose, Path outputFolder, DoubleConsumer progress)
            throws IOException, InterruptedException;

    /** Ends all processing, and the processes that do it. */
    @Override
    void close();

    /** The result of processing an upload. */
    sealed interface Outcome {}

    record Done(ProcessedMedia media) implements Outcome {}

    record Rejected(Failure failure) implements Outcome {}
}
