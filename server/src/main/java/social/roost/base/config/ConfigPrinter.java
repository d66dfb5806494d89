package social.roost.base.config;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints a configuration as YAML that can be loaded again: each key with its description, the origin of each value that
 * is not a default, and a mask for secrets, or the file of a secret.
 */
public final class ConfigPrinter {
    static final String MASK = "***";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./-]*");
    private static final Pattern TAKEN_FOR_ANOTHER_TYPE =
            Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|0x.*|0o.*|[0-9_.-]+(e[0-9]+)?");

    private final StringBuilder out = new StringBuilder();
    private String section = "";

    private ConfigPrinter() {}

    public static String print(LoadedConfig<?> config) {
        ConfigPrinter printer = new ConfigPrinter();
        config.settings().forEach(printer::print);
        return printer.out.toString();
    }

    private void print(EffectiveSetting setting) {
        String key = setting.definition().key();
        int dot = key.lastIndexOf('.');
        open(dot < 0 ? "" : key.substring(0, dot));
        String indent = indent(dot < 0 ? 0 : depth(section));
        out.append(indent).append("# ").append(setting.definition().help()).append('\n');
        out.append(indent);
        if (setting.source() instanceof Source.SecretFile(Path file, Source namedBy)) {
            String fileKey = setting.definition().fileKey();
            out.append(fileKey.substring(dot + 1)).append(": ").append(scalar(file.toString()));
            out.append(" # ").append(namedBy.describe());
        } else {
            out.append(key.substring(dot + 1))
                    .append(": ")
                    .append(text(setting))
                    .append(origin(setting.source()));
        }
        out.append('\n');
    }

    private static String origin(Source source) {
        return source instanceof Source.Default ? "" : " # " + source.describe();
    }

    /** Writes the lines that lead from the current section to the wanted one. */
    private void open(String wanted) {
        if (!wanted.equals(section)) {
            String[] parts = wanted.split("\\.", -1);
            String path = "";
            for (int i = 0; i < parts.length && !wanted.isEmpty(); i++) {
                path = path.isEmpty() ? parts[i] : path + "." + parts[i];
                if (!section.equals(path) && !section.startsWith(path + ".")) {
                    out.append(indent(i)).append(parts[i]).append(":\n");
                }
            }
        }
        section = wanted;
    }

    private static int depth(String section) {
        return (int) section.chars().filter(character -> character == '.').count() + 1;
    }

    private static String indent(int depth) {
        return "  ".repeat(depth);
    }

    private static String text(EffectiveSetting setting) {
        Object value = setting.value();
        String text = setting.definition().type().format().apply(value);
        if (setting.definition().secret() && !text.isEmpty()) {
            return quote(MASK);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> scalar(item.toString())).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean ? text : scalar(text);
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && (!TAKEN_FOR_ANOTHER_TYPE.matcher(text).matches()
                        || text.chars().filter(c -> c == '.').count() > 1);
        return plain ? text : quote(text);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append(String.format("\\x%02x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
