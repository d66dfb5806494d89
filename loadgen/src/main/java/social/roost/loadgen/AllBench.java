package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs all measurements one after the other, each with its defaults. */
@Command(
        name = "all",
        mixinStandardHelpOptions = true,
        description =
                "Runs all benchmarks of one process, which takes about an hour, and writes a page with the results.")
final class AllBench implements Callable<Integer> {
    private static final List<List<String>> ALL = List.of(
            List.of("home"),
            List.of("reads", "--rounds=5"),
            List.of("posts", "--rounds=5"),
            List.of("mixed", "--rounds=5"),
            List.of("fanout"),
            List.of("famous"),
            List.of("returning"),
            List.of("deep"),
            List.of("people"),
            List.of("lists"),
            List.of("find"),
            List.of("live"),
            List.of("messages"),
            List.of("big"),
            List.of("conversation"),
            List.of("media"),
            List.of("media-files"),
            List.of("media-load"),
            List.of("search"),
            List.of("search-index"),
            List.of("trends"),
            List.of("impressions"),
            List.of("overload"),
            List.of("memory"),
            List.of("celebrity"),
            List.of("growth"));

    private final Report report;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Benchmarks to run, in the order of 'roost bench list' (default: all of one process).")
    private List<String> names = List.of();

    @Option(names = "--report", description = "File for the page (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("bench.html");

    AllBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        var main = Objects.requireNonNull(spec).parent().commandLine();
        Path page = file;
        int failed = 0;
        report.line(
                "%s, %d processors, Java %s",
                LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors(), Runtime.version());
        for (List<String> each : chosen()) {
            if (main.execute(each.toArray(String[]::new)) != 0) {
                failed++;
                report.line("%s failed.", String.join(" ", each));
            }
            report.write(page, "Benchmark results of Roost");
        }
        System.out.println("\nThe report is in " + page);
        return failed == 0 ? 0 : 1;
    }

    private List<List<String>> chosen() {
        return names.isEmpty()
                ? ALL
                : ALL.stream().filter(each -> names.contains(each.getFirst())).toList();
    }
}
