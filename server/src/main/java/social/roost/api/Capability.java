package social.roost.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a feature adds to {@code GET /capabilities}.
 *
 * @param name of its field
 * @param value asked for each response: a boolean, or a record that becomes JSON; null leaves the field out
 */
public record Capability(String name, Supplier<? extends @Nullable Object> value) {

    /** One that stays the same. */
    public static Capability fixed(String name, @Nullable Object value) {
        return new Capability(name, () -> value);
    }
}
