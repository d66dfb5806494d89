package social.roost.base.config;

import java.util.List;

/**
 * A value as it was written in a source, before its key has been resolved.
 *
 * @param name the key as written: {@code http.port}, {@code ROOST_HTTP_PORT} or {@code --http.port}
 * @param texts one text, or the items of a YAML sequence
 */
record Given(String name, List<String> texts, boolean sequence, Source source) {

    static Given of(String name, String text, Source source) {
        return new Given(name, List.of(text), false, source);
    }

    /** For messages to the operator. */
    String text() {
        return sequence ? texts.toString() : texts.getFirst();
    }
}
