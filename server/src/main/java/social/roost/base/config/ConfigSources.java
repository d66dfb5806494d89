package social.roost.base.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a configuration, in ascending precedence.
 *
 * @param file a YAML file, or null for none
 * @param environment all variables of the process; only those that begin with {@code ROOST_} matter
 * @param flags key to text; keys without leading dashes
 */
public record ConfigSources(@Nullable Path file, Map<String, String> environment, Map<String, String> flags) {

    /** No settings: everything has its default. */
    public static ConfigSources none() {
        return new ConfigSources(null, Map.of(), Map.of());
    }
}
