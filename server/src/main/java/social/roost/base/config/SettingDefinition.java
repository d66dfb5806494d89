package social.roost.base.config;

import java.util.Locale;

/**
 * A key that can be set.
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

    /** The key of the file that contains a secret: {@code redis.password-file}. */
    String fileKey() {
        return key + "-file";
    }

    /** The variable of the file that contains a secret: {@code ROOST_REDIS_PASSWORD_FILE}. */
    String fileEnvironmentName() {
        return environmentName() + "_FILE";
    }

    /** {@code --http.maximum-age}. */
    String flag() {
        return "--" + key;
    }
}
