package social.roost.base.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Creates records from values. A record may validate its components in its constructor: the message of an {@link
 * IllegalArgumentException} becomes a problem of its section.
 */
final class RecordBinder {
    private final Map<String, EffectiveSetting> values;
    private final List<String> problems;

    RecordBinder(Map<String, EffectiveSetting> values, List<String> problems) {
        this.values = values;
        this.problems = problems;
    }

    /** The record, or null if a value is missing because it was invalid, or a constructor failed. */
    <T extends Record> @Nullable T bind(Class<T> root) {
        Object bound = bind(root, "");
        return bound == null ? null : root.cast(bound);
    }

    private @Nullable Object bind(Class<?> type, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            String key = Schema.key(prefix, components[i]);
            if (components[i].isAnnotationPresent(Setting.class)) {
                EffectiveSetting setting = values.get(key);
                arguments[i] = setting == null ? null : setting.value();
            } else {
                arguments[i] = bind(components[i].getType(), key);
            }
            complete &= arguments[i] != null;
        }
        return complete ? construct(type, components, arguments, prefix) : null;
    }

    private @Nullable Object construct(
            Class<?> type, RecordComponent[] components, @Nullable Object[] arguments, String prefix) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refusal) {
                problems.add(refused(prefix, refusal));
                return null;
            }
            throw new IllegalStateException("cannot construct " + type.getName(), thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot construct " + type.getName(), impossible);
        }
    }

    /** A constructor knows no sources, so the message lists those of the whole section. */
    private String refused(String prefix, IllegalArgumentException refusal) {
        TreeSet<String> sources = new TreeSet<>();
        for (EffectiveSetting setting : values.values()) {
            boolean inSection = prefix.isEmpty() || setting.definition().key().startsWith(prefix + ".");
            if (inSection && !(setting.source() instanceof Source.Default)) {
                sources.add(setting.source().describe());
            }
        }
        String section = prefix.isEmpty() ? "The configuration" : prefix;
        return section + " (" + String.join(", ", sources) + "): " + refusal.getMessage() + ".";
    }
}
