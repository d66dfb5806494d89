package social.roost.base.config;

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
 * <p>Nothing is ignored: an unknown key in any of the sources is an error, and so is a value that does not fit. All
 * errors are reported together.
 */
public final class ConfigLoader<T extends Record> {
    /** Variables with our prefix that the launcher reads and that are therefore no settings. */
    private static final Set<String> LAUNCHER_VARIABLES = Set.of("ROOST_JAVA_HOME", "ROOST_JAVA_OPTIONS");

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
     * @throws ConfigException when anything is wrong with what the operator wrote
     * @throws IllegalArgumentException when anything is wrong with the records: a component without a default, say
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
        SettingDefinition setting = schema.byKey(value.name());
        if (setting != null) {
            given.put(setting.key(), value);
        } else if (!schema.isSection(value.name())) {
            unknown(value, NearestName.of(value.name(), schema.keys()));
        } else if (!value.text().isEmpty()) {
            problems.add(value.name() + " (" + value.source().describe() + ") is a section: expected keys below it.");
        }
    }

    private void acceptFromEnvironment(String name, String text) {
        if (!name.startsWith(SettingDefinition.ENVIRONMENT_PREFIX) || LAUNCHER_VARIABLES.contains(name)) {
            return;
        }
        Given value = Given.of(name, text, new Source.Environment(name));
        SettingDefinition setting = schema.byEnvironmentName(name);
        if (setting == null) {
            unknown(value, NearestName.of(name, schema.environmentNames()));
        } else {
            given.put(setting.key(), value);
        }
    }

    private void acceptFlag(String key, String text) {
        Given value = Given.of("--" + key, text, new Source.Flag("--" + key));
        if (schema.byKey(key) == null) {
            unknown(value, "--" + NearestName.of(key, schema.keys()));
        } else {
            given.put(key, value);
        }
    }

    private void unknown(Given value, String nearest) {
        problems.add("Unknown key " + value.name() + " (" + value.source().describe() + "): the nearest known is "
                + nearest + ".");
    }

    /** The value to use, or null when the one that was given does not fit. */
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
                throw new IllegalArgumentException("the default of " + setting.key() + " is unfit", unfit);
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
