package social.roost.base.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration is bound from, in rising precedence.
 *
 * @param file a YAML file, or null for none
 * @param environment all variables of the process; only those that begin with {@code ROOST_} matter
 * @param flags key to text, the keys without dashes in front
 */
public record ConfigSources(@Nullable Path file, Map<String, String> environment, Map<String, String> flags) {

    /** Nothing is set: everything has its default. */
    public static ConfigSources none() {
        return new ConfigSources(null, Map.of(), Map.of());
    }
}
