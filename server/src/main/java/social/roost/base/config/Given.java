package social.roost.base.config;

import java.util.List;

/**
 * A value as it was written somewhere, before anything is known of its key.
 *
 * @param name the key as it was written there: {@code http.port}, {@code ROOST_HTTP_PORT} or {@code --http.port}
 * @param texts one text, or the items of a YAML sequence
 */
record Given(String name, List<String> texts, boolean sequence, Source source) {

    static Given of(String name, String text, Source source) {
        return new Given(name, List.of(text), false, source);
    }

    /** As an operator would see it in a message. */
    String text() {
        return sequence ? texts.toString() : texts.getFirst();
    }
}
