package social.roost.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Animations and videos for tests, made by ffmpeg. */
public final class Clips {
    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();
    private static final int[] QUARTER_TURN = {0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000};
    private static final int[] MIRRORED = {-0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

    private Clips() {}

    /**
     * What ffmpeg makes of these arguments.
     *
     * @param suffix of the file, which determines its format
     */
    public static byte[] make(String suffix, String arguments) {
        return MADE.computeIfAbsent(arguments + " " + suffix, key -> run(suffix, List.of(), arguments))
                .clone();
    }

    /** The same, with a file as the first input. */
    public static byte[] make(byte[] input, String suffix, String arguments) {
        try {
            Path file = Files.createTempFile("roost-test", "." + suffix);
            try {
                Files.write(file, input);
                return run(suffix, List.of("-i", file.toString()), arguments);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A video with sound, in the format of phones. */
    public static byte[] video(int width, int height, int seconds) {
        return make(
                "mp4",
                "-f lavfi -i testsrc=s=%dx%d:r=25:d=%d -f lavfi -i sine=d=%d -pix_fmt yuv420p -metadata title=secret"
                        .formatted(width, height, seconds, seconds));
    }

    /** A video as a phone stores it that was held upright. */
    public static byte[] turned(byte[] mp4) {
        return withMatrix(mp4, QUARTER_TURN);
    }

    public static byte[] mirrored(byte[] mp4) {
        return withMatrix(mp4, MIRRORED);
    }

    /** Changes how the first track is to be displayed. */
    private static byte[] withMatrix(byte[] mp4, int[] matrix) {
        byte[] changed = mp4.clone();
        int header = new String(mp4, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        ByteBuffer.wrap(changed, header + 44, 36).asIntBuffer().put(matrix);
        return changed;
    }

    private static byte[] run(String suffix, List<String> input, String arguments) {
        try {
            Path file = Files.createTempFile("roost-test", "." + suffix);
            try {
                List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
                command.addAll(input);
                Stream.of(arguments.split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .forEach(command::add);
                command.add(file.toString());
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(command + ": " + output);
                }
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ffmpeg is needed for tests", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
