package social.roost.base.config;

import java.util.List;
import java.util.stream.Stream;

/** A bound configuration with the origin of each value. */
public final class LoadedConfig<T extends Record> {
    private final T value;
    private final List<EffectiveSetting> settings;

    LoadedConfig(T value, List<EffectiveSetting> settings) {
        this.value = value;
        this.settings = List.copyOf(settings);
    }

    public T value() {
        return value;
    }

    /**
     * The values of some sections that are not defaults, as {@code --KEY=VALUE}. They contain secrets.
     *
     * @param sections such as {@code kafka}
     */
    public List<String> flags(String... sections) {
        return settings.stream()
                .filter(setting -> !(setting.source() instanceof Source.Default))
                .filter(setting -> Stream.of(sections)
                        .anyMatch(section -> setting.definition().key().startsWith(section + ".")))
                .map(setting -> setting.definition().flag() + "="
                        + setting.definition().type().format().apply(setting.value()))
                .toList();
    }

    /** In the order of declaration. */
    List<EffectiveSetting> settings() {
        return settings;
    }
}
