package social.roost.base.config;

import java.util.List;

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

    /** In the order of declaration. */
    List<EffectiveSetting> settings() {
        return settings;
    }
}
