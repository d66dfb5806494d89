package social.roost.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import social.roost.app.Config;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.base.config.LoadedConfig;

/**
 * A command with a configuration, and the options that all such commands share. Any setting can be given as
 * {@code --key.name=value}; the short options are aliases of the most common ones.
 */
abstract class ConfiguredCommand implements Runnable {
    static final String ANY_SETTING = "Any setting can be given as --KEY=VALUE; 'roost config' lists them all.";

    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder for all data (default: data).")
    private @Nullable String data;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file with settings.")
    private @Nullable Path file;

    @Unmatched
    private List<String> others = new ArrayList<>();

    private final Map<String, String> environment;

    ConfiguredCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Loads the configuration.
     *
     * @param port overrides {@code http.port} unless it is null
     * @throws social.roost.base.config.ConfigException if a setting is invalid
     */
    final LoadedConfig<Config> load(@Nullable String port) {
        Map<String, String> flags = settingFlags();
        if (data != null) {
            flags.put("data", data);
        }
        if (port != null) {
            flags.put("http.port", port);
        }
        return ConfigLoader.load(Config.class, new ConfigSources(file, environment, flags));
    }

    /** Reads {@code --key=value} and {@code --key value}; a key alone is {@code true}. */
    private Map<String, String> settingFlags() {
        Map<String, String> flags = new LinkedHashMap<>();
        for (int i = 0; i < others.size(); i++) {
            String other = others.get(i);
            if (!other.startsWith("--") || other.length() == 2) {
                throw new ParameterException(commandSpec().commandLine(), "Unexpected argument: " + other);
            }
            int equals = other.indexOf('=');
            if (equals > 0) {
                flags.put(other.substring(2, equals), other.substring(equals + 1));
            } else if (i + 1 < others.size() && !others.get(i + 1).startsWith("--")) {
                flags.put(other.substring(2), others.get(++i));
            } else {
                flags.put(other.substring(2), "true");
            }
        }
        return flags;
    }

    /** Picocli's side of this command. */
    final CommandSpec commandSpec() {
        if (command == null) {
            throw new IllegalStateException("not part of a command");
        }
        return command;
    }
}
