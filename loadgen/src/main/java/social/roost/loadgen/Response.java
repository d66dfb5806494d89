package social.roost.loadgen;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response.
 *
 * @param status of HTTP, or {@link #BROKEN}
 * @param body empty if it was not kept
 */
record Response(int status, String body) {
    /** The connection closed before the response was complete. */
    static final int BROKEN = 0;

    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The first id in the body: that of the created object. */
    String id() {
        return first(ID);
    }

    /** The cursor of the next page; empty if there is none. */
    String next() {
        return first(NEXT);
    }

    private String first(Pattern pattern) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }
}
