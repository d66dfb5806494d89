package social.roost.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files in {@code deploy/} for Prometheus and Grafana, and the metrics they use. */
final class DeployedFiles {
    static final Path ROOT = Path.of("..");
    static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");
    private static final Path DASHBOARDS = ROOT.resolve("deploy/grafana/dashboards");

    /** Created by Prometheus itself. */
    private static final String UP = "up";

    private static final Set<String> WORDS = Set.of(
            "by", "without", "on", "ignoring", "group_left", "group_right", "and", "or", "unless", "bool", "offset");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\()(?![a-zA-Z0-9_:])");

    private DeployedFiles() {}

    static List<JsonNode> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.sorted().map(file -> read(file, new JsonMapper())).toList();
        }
    }

    static JsonNode rules() {
        return read(PROMETHEUS.resolve("rules.yaml"), new YAMLMapper());
    }

    /** The names of all metrics in panels and rules, without recorded ones. */
    static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        Set<String> recorded = new TreeSet<>();
        for (JsonNode rule : rules().findParents("expr")) {
            addNames(rule.path("expr").asText(), names);
            recorded.add(rule.path("record").asText());
        }
        for (JsonNode dashboard : dashboards()) {
            dashboard.findValues("expr").forEach(expression -> addNames(expression.asText(), names));
        }
        names.removeAll(recorded);
        names.remove(UP);
        return names;
    }

    /** Names and functions remain after labels, ranges, texts and numbers are removed. */
    private static void addNames(String expression, Set<String> names) {
        String bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", "")
                .replaceAll("(?<![a-zA-Z0-9_:])[0-9.]+", "");
        NAME.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
    }

    /** Names of the samples of a scrape. */
    static Set<String> samples(String scrape) {
        Set<String> names = new TreeSet<>();
        scrape.lines().filter(line -> !line.startsWith("#")).forEach(line -> names.add(line.split("[{ ]", 2)[0]));
        return names;
    }

    static List<String> runbooks() {
        List<String> runbooks = new ArrayList<>();
        rules().findValues("runbook").forEach(runbook -> runbooks.add(runbook.asText()));
        return runbooks;
    }

    private static JsonNode read(Path file, ObjectMapper mapper) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
