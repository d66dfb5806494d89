package social.roost.base.config;

import java.util.List;

/** The configuration is invalid; the message lists all problems for the operator. */
public final class ConfigException extends RuntimeException {
    private final transient List<String> problems;

    public ConfigException(List<String> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem. */
    public List<String> problems() {
        return problems;
    }

    private static String describe(List<String> problems) {
        if (problems.size() == 1) {
            return "Invalid configuration: " + problems.getFirst();
        }
        return "Invalid configuration (" + problems.size() + " problems):\n- " + String.join("\n- ", problems);
    }
}
