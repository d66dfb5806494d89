package social.roost.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code roost admin hidden-topics}. */
@Command(
        name = "hidden-topics",
        mixinStandardHelpOptions = true,
        description = {
            "Lists hidden topics and the latest decisions about them, hides a topic, or shows it again.",
            "A topic is a hashtag with its sign, such as '#monday', or a phrase.",
            AdminCommand.WHERE
        })
final class HiddenTopicsCommand extends OperatorCommand {
    private static final String TOPICS = "/admin/hidden-topics";

    @ArgGroup(exclusive = false)
    private @Nullable Change change;

    HiddenTopicsCommand(Map<String, String> environment) {
        super(environment);
    }

    /** What to change. */
    static final class Change {
        @ArgGroup(multiplicity = "1")
        private Topic topic = new Topic();

        @Option(names = "--reason", required = true, description = "The reason, kept in the list of decisions.")
        private String reason = "";
    }

    /** Hidden or shown. */
    static final class Topic {
        @Option(names = "--hide", paramLabel = "TOPIC", description = "Hide this topic from everyone.")
        private @Nullable String hide;

        @Option(names = "--show", paramLabel = "TOPIC", description = "Show this topic again.")
        private @Nullable String show;
    }

    @Override
    void ask(Operator operator, PrintWriter out) {
        JsonNode topics = change == null ? operator.get(TOPICS) : change(operator, change);
        JsonNode hidden = topics.path("hidden");
        out.println(hidden.isEmpty() ? "No topics are hidden." : "Hidden:");
        hidden.forEach(topic -> out.println("  " + topic.asText()));
        JsonNode decisions = topics.path("decisions");
        if (!decisions.isEmpty()) {
            out.println("Decisions, the newest first:");
        }
        decisions.forEach(decision -> out.println("  " + decision.path("at").asText()
                + (decision.path("hidden").asBoolean() ? "  hidden  " : "  shown   ")
                + decision.path("topic").asText() + ": "
                + decision.path("reason").asText()));
    }

    private static JsonNode change(Operator operator, Change change) {
        boolean hides = change.topic.hide != null;
        String topic = hides ? change.topic.hide : change.topic.show;
        return operator.put(
                TOPICS + "/" + Operator.segment(String.valueOf(topic)),
                Map.of("hidden", hides, "reason", change.reason));
    }
}
