package social.roost.media.process.image;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates what cannot be large unless it is meant to do harm. */
final class Inflating {
    private static final int LARGEST = 4 << 20;

    private Inflating() {}

    /** Null if the result is too large, or the input is damaged. */
    static byte @Nullable [] atMost(byte[] compressed, int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed, from, compressed.length - from);
            byte[] inflated = new byte[LARGEST];
            int length = inflater.inflate(inflated);
            return inflater.finished() ? Arrays.copyOf(inflated, length) : null;
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
