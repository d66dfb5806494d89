package social.roost.base.config;

import java.util.Locale;

/**
 * One key that can be set.
 *
 * @param key dotted and in kebab-case: {@code http.maximum-age}
 */
record SettingDefinition(String key, ValueType type, String defaultText, String help, boolean secret) {
    static final String ENVIRONMENT_PREFIX = "ROOST_";

    /** {@code ROOST_HTTP_MAXIMUM_AGE}. */
    String environmentName() {
        return ENVIRONMENT_PREFIX
                + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** {@code --http.maximum-age}. */
    String flag() {
        return "--" + key;
    }
}
