package social.roost.media;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** Processes nothing: such a server accepts no media. */
public final class NoProcessing implements MediaProcessing {
    @Override
    public Set<MediaKind> kinds() {
        return Set.of();
    }

    @Override
    public Outcome process(Path input, Purpose purpose, Path outputFolder, DoubleConsumer progress) {
        return new Rejected(Failure.UNSUPPORTED_TYPE);
    }

    @Override
    public void close() {}
}
