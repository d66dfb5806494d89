package social.roost.base.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The text form of values of a Java type.
 *
 * @param list whether the value is a list of texts
 * @param expected describes a valid text, to complete "expected ..."
 * @param parse throws {@link IllegalArgumentException} for an invalid text
 * @param format returns a text that {@code parse} turns into an equal value
 */
record ValueType(boolean list, String expected, Function<String, Object> parse, Function<Object, String> format) {

    /** @throws IllegalArgumentException if settings of this type are not supported */
    static ValueType of(Type type) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == List.class
                && generic.getActualTypeArguments()[0] == String.class) {
            return new ValueType(true, "a list, or comma-separated text", ValueType::split, ValueType::join);
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return ofEnum(plain);
        }
        if (type == int.class) {
            return single("a whole number", Integer::valueOf, Object::toString);
        }
        if (type == long.class) {
            return single("a whole number", Long::valueOf, Object::toString);
        }
        if (type == double.class) {
            return single("a number", ValueType::finite, Object::toString);
        }
        if (type == boolean.class) {
            return single("true or false", ValueType::truth, Object::toString);
        }
        if (type == String.class) {
            return single("text", text -> text, Object::toString);
        }
        if (type == Path.class) {
            return single("a path", ValueType::path, Object::toString);
        }
        if (type == Duration.class) {
            return single(
                    "a duration such as 250ms, 10s, 5m, 2h or 3d",
                    DurationText::parse,
                    value -> DurationText.format((Duration) value));
        }
        if (type == ByteSize.class) {
            return single("a size such as 512B, 64KiB, 64MiB or 2GiB", ByteSize::parse, Object::toString);
        }
        if (type == Quota.class) {
            return single("a quota such as 1800/1m, 300/3h or 600/1m burst 50", Quota::parse, Object::toString);
        }
        throw new IllegalArgumentException("settings of " + type + " are not supported");
    }

    private static ValueType single(String expected, Function<String, Object> parse, Function<Object, String> format) {
        return new ValueType(false, expected, parse, format);
    }

    private static ValueType ofEnum(Class<?> type) {
        List<Object> constants = Arrays.asList((Object[]) type.getEnumConstants());
        Function<Object, String> format =
                constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
        String names = constants.stream().map(format).collect(Collectors.joining(", "));
        Function<String, Object> parse = text -> constants.stream()
                .filter(constant -> format.apply(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of " + names));
        return single("one of " + names, parse, format);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number");
        }
        return number;
    }

    /** An empty path would silently be the working directory. */
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty path");
        }
        return Path.of(text);
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String join(Object list) {
        return ((List<?>) list).stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
