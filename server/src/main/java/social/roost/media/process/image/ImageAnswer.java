package social.roost.media.process.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import social.roost.media.Failure;
import social.roost.media.Rendition;

/** What a worker process answers, as one line. */
public sealed interface ImageAnswer {

    /** The line that {@link #parse} accepts. */
    default String text() {
        return Fields.join(
                switch (this) {
                    case Made made -> fields(made);
                    case Animated(int width, int height, long millis) -> List.of("animated", width, height, millis);
                    case Refused(Failure failure, String reason) -> List.of("refused", failure.name(), reason);
                    case Failed(String reason) -> List.of("failed", reason);
                });
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is none of an answer
     */
    static ImageAnswer parse(String text) {
        List<String> fields = Fields.split(text);
        try {
            return switch (fields.getFirst()) {
                case "made" -> made(fields);
                case "animated" -> new Animated(number(fields, 1), number(fields, 2), Long.parseLong(fields.get(3)));
                case "refused" -> new Refused(Failure.valueOf(fields.get(1)), fields.get(2));
                case "failed" -> new Failed(fields.get(1));
                default -> throw new IllegalArgumentException("Not an answer: " + text);
            };
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Not an answer: " + text, e);
        }
    }

    private static List<Object> fields(Made made) {
        List<Object> fields = new ArrayList<>(List.of("made", made.width, made.height, made.blurhash));
        for (Rendition rendition : made.renditions) {
            fields.addAll(List.of(rendition.name(), rendition.file(), rendition.contentType()));
            fields.addAll(List.of(rendition.width(), rendition.height(), rendition.bytes()));
        }
        return fields;
    }

    private static Made made(List<String> fields) {
        List<Rendition> renditions = new ArrayList<>();
        for (int at = 4; at < fields.size(); at += 6) {
            renditions.add(new Rendition(
                    fields.get(at),
                    Path.of(fields.get(at + 1)),
                    fields.get(at + 2),
                    number(fields, at + 3),
                    number(fields, at + 4),
                    Long.parseLong(fields.get(at + 5))));
        }
        return new Made(number(fields, 1), number(fields, 2), fields.get(3), renditions);
    }

    private static int number(List<String> fields, int at) {
        return Integer.parseInt(fields.get(at));
    }

    /** The renditions are in the output folder. */
    record Made(int width, int height, String blurhash, List<Rendition> renditions) implements ImageAnswer {
        public Made {
            renditions = List.copyOf(renditions);
        }
    }

    /** It is not a picture but an animation. */
    record Animated(int width, int height, long millis) implements ImageAnswer {}

    /**
     * The file cannot be used.
     *
     * @param reason for the log
     */
    record Refused(Failure failure, String reason) implements ImageAnswer {}

    /** It may not be the file's fault, such as a full disk. */
    record Failed(String reason) implements ImageAnswer {}
}
