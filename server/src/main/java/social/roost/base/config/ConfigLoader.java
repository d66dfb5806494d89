package social.roost.base.config;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Binds a record of settings from defaults, a YAML file, the environment and flags, each overriding those before it.
 *
 * <p>Nothing is ignored: an unknown key in any source is an error, and so is an invalid value. All errors are reported
 * together.
 */
public final class ConfigLoader<T extends Record> {
    /** Variables with our prefix that the launcher reads and that are therefore not settings. */
    private static final Set<String> LAUNCHER_VARIABLES =
            Set.of("ROOST_JAVA_HOME", "ROOST_JAVA_OPTIONS", "ROOST_JAVA17_HOME", "ROOST_STACK_DIST");

    private final Class<T> root;
    private final Schema schema;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Given> given = new LinkedHashMap<>();

    private ConfigLoader(Class<T> root) {
        this.root = root;
        this.schema = new Schema(root);
    }

    /**
     * Binds {@code root} and all records in it.
     *
     * @throws ConfigException if the operator's settings are invalid
     * @throws IllegalArgumentException if the records are invalid, for example a component without a default
     */
    public static <T extends Record> LoadedConfig<T> load(Class<T> root, ConfigSources sources) {
        return new ConfigLoader<>(root).load(sources);
    }

    /** The record with all its defaults, for tests and tools. */
    public static <T extends Record> T defaults(Class<T> type) {
        return load(type, ConfigSources.none()).value();
    }

    private LoadedConfig<T> load(ConfigSources sources) {
        if (sources.file() != null) {
            new YamlSettings(sources.file(), problems).read().forEach(this::acceptFromFile);
        }
        new TreeMap<>(sources.environment()).forEach(this::acceptFromEnvironment);
        sources.flags().forEach(this::acceptFlag);

        Map<String, EffectiveSetting> effective = new LinkedHashMap<>();
        for (SettingDefinition setting : schema.settings()) {
            EffectiveSetting value = effective(setting, given.get(setting.key()));
            if (value != null) {
                effective.put(setting.key(), value);
            }
        }
        @Nullable T bound = new RecordBinder(effective, problems).bind(root);
        if (bound == null || !problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new LoadedConfig<>(bound, List.copyOf(effective.values()));
    }

    private void acceptFromFile(Given value) {
        String key = value.name();
        if (accept(schema.byKey(key), schema.secretByFileKey(key), value)) {
            return;
        }
        if (!schema.isSection(key)) {
            unknown(value, NearestName.of(key, schema.keys()));
        } else if (!value.text().isEmpty()) {
            problems.add(key + " (" + value.source().describe() + ") is a section: expected keys below it.");
        }
    }

    private void acceptFromEnvironment(String name, String text) {
        if (!name.startsWith(SettingDefinition.ENVIRONMENT_PREFIX) || LAUNCHER_VARIABLES.contains(name)) {
            return;
        }
        Given value = Given.of(name, text, new Source.Environment(name));
        if (!accept(schema.byEnvironmentName(name), schema.secretByFileEnvironmentName(name), value)) {
            unknown(value, NearestName.of(name, schema.environmentNames()));
        }
    }

    private void acceptFlag(String key, String text) {
        Given value = Given.of("--" + key, text, new Source.Flag("--" + key));
        if (!accept(schema.byKey(key), schema.secretByFileKey(key), value)) {
            unknown(value, "--" + NearestName.of(key, schema.keys()));
        }
    }

    /** Whether the key is known, as a setting or as the file of a secret. */
    private boolean accept(@Nullable SettingDefinition setting, @Nullable SettingDefinition secret, Given value) {
        if (setting != null) {
            accept(setting, value);
        } else if (secret != null) {
            acceptSecretFile(secret, value);
        }
        return setting != null || secret != null;
    }

    /** Values are accepted in ascending precedence, so a later one replaces an earlier one. */
    private void accept(SettingDefinition setting, Given value) {
        Given earlier = given.put(setting.key(), value);
        if (earlier != null && isSamePlace(earlier.source(), value.source())) {
            problems.add(setting.key() + " is set twice (" + earlier.source().describe() + "; "
                    + value.source().describe() + "): set either the secret or the file that holds it.");
        }
    }

    private void acceptSecretFile(SettingDefinition secret, Given value) {
        try {
            Path file = Path.of(value.text());
            Source source = new Source.SecretFile(file, value.source());
            accept(secret, Given.of(value.name(), SecretFile.read(file), source));
        } catch (IOException | InvalidPathException e) {
            problems.add(value.name() + " (" + value.source().describe() + "): the secret cannot be read: "
                    + SecretFile.reason(e) + ".");
        }
    }

    private static boolean isSamePlace(Source one, Source other) {
        return origin(one).getClass() == origin(other).getClass();
    }

    private static Source origin(Source source) {
        return source instanceof Source.SecretFile(Path _, Source namedBy) ? namedBy : source;
    }

    private void unknown(Given value, String nearest) {
        problems.add(
                "Unknown key " + value.name() + " (" + value.source().describe() + "): did you mean " + nearest + "?");
    }

    /** The value to use, or null if the given one is invalid. */
    private @Nullable EffectiveSetting effective(SettingDefinition setting, @Nullable Given value) {
        try {
            if (value == null) {
                return new EffectiveSetting(
                        setting, setting.type().parse().apply(setting.defaultText()), new Source.Default());
            }
            if (setting.secret() && value.text().equals(ConfigPrinter.MASK)) {
                problems.add(setting.key() + " (" + value.source().describe()
                        + ") is the mask of a printed configuration: expected the secret itself.");
                return null;
            }
            return new EffectiveSetting(setting, parse(setting, value), value.source());
        } catch (IllegalArgumentException unfit) {
            if (value == null) {
                throw new IllegalArgumentException("the default of " + setting.key() + " is not valid", unfit);
            }
            String shown = setting.secret() ? ConfigPrinter.MASK : value.text();
            problems.add(
                    setting.key() + " is \"" + shown + "\" (" + value.source().describe() + "): expected "
                            + setting.type().expected() + ".");
            return null;
        }
    }

    private static Object parse(SettingDefinition setting, Given value) {
        if (!value.sequence()) {
            return setting.type().parse().apply(value.texts().getFirst());
        }
        if (setting.type().list()) {
            return value.texts();
        }
        throw new IllegalArgumentException("a list where one value is expected");
    }
}
