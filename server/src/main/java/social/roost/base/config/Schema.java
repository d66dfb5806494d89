package social.roost.base.config;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All settings below a root record, in the order of their declaration. */
final class Schema {
    private final Map<String, SettingDefinition> byKey = new LinkedHashMap<>();
    private final Map<String, SettingDefinition> byEnvironmentName = new LinkedHashMap<>();
    private final Map<String, SettingDefinition> secretByFileKey = new LinkedHashMap<>();
    private final Map<String, SettingDefinition> secretByFileEnvironmentName = new LinkedHashMap<>();
    private final Set<String> sections = new LinkedHashSet<>();

    /** @throws IllegalArgumentException if the records themselves are invalid, which is a programming error */
    Schema(Class<? extends Record> root) {
        addAll(root, "");
    }

    /** The key of a component below the section {@code prefix}, which is empty at the root. */
    static String key(String prefix, RecordComponent component) {
        String name =
                component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    Collection<SettingDefinition> settings() {
        return byKey.values();
    }

    @Nullable
    SettingDefinition byKey(String key) {
        return byKey.get(key);
    }

    @Nullable
    SettingDefinition byEnvironmentName(String name) {
        return byEnvironmentName.get(name);
    }

    /** The secret whose file is named by a key such as {@code redis.password-file}. */
    @Nullable
    SettingDefinition secretByFileKey(String key) {
        return secretByFileKey.get(key);
    }

    /** The secret whose file is named by a variable such as {@code ROOST_REDIS_PASSWORD_FILE}. */
    @Nullable
    SettingDefinition secretByFileEnvironmentName(String name) {
        return secretByFileEnvironmentName.get(name);
    }

    boolean isSection(String key) {
        return sections.contains(key);
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    Set<String> environmentNames() {
        return byEnvironmentName.keySet();
    }

    private void addAll(Class<?> type, String prefix) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = key(prefix, component);
            Setting setting = component.getAnnotation(Setting.class);
            if (setting != null) {
                add(new SettingDefinition(
                        key,
                        ValueType.of(component.getGenericType()),
                        setting.value(),
                        setting.help(),
                        setting.secret()));
            } else if (component.getType().isRecord()) {
                sections.add(key);
                addAll(component.getType(), key);
            } else {
                throw new IllegalArgumentException(type.getName() + "." + component.getName() + " lacks @Setting");
            }
        }
    }

    private void add(SettingDefinition setting) {
        byKey.put(setting.key(), setting);
        SettingDefinition same = byEnvironmentName.put(setting.environmentName(), setting);
        if (same != null) {
            throw new IllegalArgumentException(
                    same.key() + " and " + setting.key() + " are both " + setting.environmentName());
        }
        if (setting.secret()) {
            secretByFileKey.put(setting.fileKey(), setting);
            secretByFileEnvironmentName.put(setting.fileEnvironmentName(), setting);
        }
    }
}
