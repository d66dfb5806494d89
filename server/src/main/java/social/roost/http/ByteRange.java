package social.roost.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file that a request wants (RFC 9110, section 14).
 *
 * @param isPart whether it is the answer to a range
 */
record ByteRange(long start, long length, boolean isPart) {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The whole file. */
    static ByteRange all(long size) {
        return new ByteRange(0, size, false);
    }

    /**
     * Reads the header {@code Range}. What is not understood, and several ranges at once, ask for the whole file.
     *
     * @return null if the file has no such bytes
     */
    static @Nullable ByteRange of(@Nullable String header, long size) {
        Matcher range = ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return all(size);
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(range.group(2)));
            return last == 0 ? null : new ByteRange(size - last, last, true);
        }
        long start = Long.parseLong(range.group(1));
        long end = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < start) {
            return all(size);
        }
        return start >= size ? null : new ByteRange(start, end - start + 1, true);
    }

    /** The header {@code Content-Range}. */
    String contentRange(long size) {
        return "bytes " + start + "-" + (start + length - 1) + "/" + size;
    }
}
