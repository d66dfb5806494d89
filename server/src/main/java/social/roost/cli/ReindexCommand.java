package social.roost.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.roost.app.StartupException;

/** {@code roost admin reindex}. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = {
            "Builds the search index anew, next to the one that serves searches, and waits until it has taken its place.",
            "If this command is interrupted or the server restarts, building continues: run it again to watch.",
            AdminCommand.WHERE
        })
final class ReindexCommand extends OperatorCommand {
    private static final String INDEX = "/admin/search-index";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Option(names = "--status", description = "Only show whether an index is being built.")
    private boolean status;

    ReindexCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    void ask(Operator operator, PrintWriter out) {
        JsonNode index = status ? operator.get(INDEX) : operator.post(INDEX);
        while (!status && isBuilding(index)) {
            show(index, out);
            pause();
            index = operator.get(INDEX);
        }
        show(index, out);
    }

    private static boolean isBuilding(JsonNode index) {
        return index.has("building");
    }

    private static void show(JsonNode index, PrintWriter out) {
        long tweets = index.path("tweets").asLong();
        out.println(
                isBuilding(index)
                        ? "Building: " + index.path("read").asLong() + " tweets read, the serving index has " + tweets
                                + "."
                        : "The search index is complete: " + tweets + " tweets.");
        out.flush();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("Interrupted. The server continues to build the index.", e);
        }
    }
}
