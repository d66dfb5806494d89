package social.roost.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promises of {@link MediaProcessing} that do not depend on formats. */
public abstract class MediaProcessingContract {
    @TempDir
    Path folder;

    private Path output;

    protected abstract MediaProcessing processing();

    @BeforeEach
    void makeOutput() throws IOException {
        output = Files.createDirectory(folder.resolve("output"));
    }

    @Test
    void processesPicturesAtLeast() {
        assertThat(processing().kinds()).contains(MediaKind.IMAGE);
    }

    @Test
    void whatIsNoMediumIsRejectedAndLeavesNothing() throws Exception {
        assertThat(process("nothing that can be shown".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new MediaProcessing.Rejected(Failure.UNSUPPORTED_TYPE));
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void theRenditionsOfAPictureAreTheFilesOfTheFolder() throws Exception {
        byte[] picture = PictureBytes.encoded(Drawings.gradient(40, 20), "png");
        if (process(picture) instanceof MediaProcessing.Done(ProcessedMedia media)) {
            assertThat(media.kind()).isEqualTo(MediaKind.IMAGE);
            try (Stream<Path> files = Files.list(output)) {
                assertThat(files.toList())
                        .containsExactlyInAnyOrderElementsOf(
                                media.renditions().stream().map(Rendition::file).toList());
            }
        } else {
            throw new AssertionError("Not processed");
        }
    }

    private MediaProcessing.Outcome process(byte[] upload) throws Exception {
        Path input = folder.resolve("input");
        Files.write(input, upload);
        return processing().process(input, Purpose.TWEET, output, progress -> {});
    }
}
