package social.roost.media.process.image;

import java.nio.file.Path;
import java.util.List;
import social.roost.media.FileType;
import social.roost.media.Purpose;

/**
 * What a worker process is asked to do, as one line.
 *
 * @param maximumPixels larger pictures are rejected
 */
public record ImageJob(Path input, FileType type, Purpose purpose, Path outputFolder, int maximumPixels) {

    /** The line that {@link #parse} accepts. */
    public String text() {
        return Fields.join(List.of(input, type, purpose, outputFolder, maximumPixels));
    }

    static ImageJob parse(String text) {
        List<String> fields = Fields.split(text);
        return new ImageJob(
                Path.of(fields.get(0)),
                FileType.valueOf(fields.get(1)),
                Purpose.valueOf(fields.get(2)),
                Path.of(fields.get(3)),
                Integer.parseInt(fields.get(4)));
    }
}
