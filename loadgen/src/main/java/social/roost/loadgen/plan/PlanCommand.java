package social.roost.loadgen.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code roost plan}: calculates the size of a cluster. */
@Command(
        name = "roost plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "roost plan --users N [OPTIONS]",
        description = {
            "Estimates the nodes of each role and each kind of server that a network of this size needs, their monthly cost, and the"
                    + " cost of each fame threshold.",
            "By default, users behave as in the original estimate: at peak, 500 million of them read 35,000 home timelines and"
                    + " post 700 tweets per second."
        })
final class PlanCommand implements Callable<Integer> {
    private static final String DEFAULT = " (default: ${DEFAULT-VALUE}).";

    @Option(names = "--users", required = true, description = "Number of users (required).")
    private int users;

    @Option(names = "--followers", description = "Average followers of a user" + DEFAULT)
    private double followers = 200;

    @Option(
            names = "--most-followers",
            description = "Followers of the most followed user (default: a fifth of all users).")
    private @Nullable Integer mostFollowers;

    @Option(
            names = "--active",
            description = "Share of users who were active within three days, and so have a timeline" + DEFAULT)
    private double active = 0.4;

    @Option(names = "--daily", description = "Share of users who read each day" + DEFAULT)
    private double daily = 0.25;

    @Option(names = "--reads-a-day", description = "Home timeline pages per day and daily user" + DEFAULT)
    private double readsADay = 12;

    @Option(names = "--tweets-a-day", description = "Tweets per day and daily user" + DEFAULT)
    private double tweetsADay = 0.24;

    @Option(names = "--peak", description = "Peak load divided by average load" + DEFAULT)
    private double peak = 2;

    @Option(
            names = "--reads",
            description = "Home timeline pages per second at peak, instead of the result of the options above.")
    private @Nullable Double reads;

    @Option(names = "--tweets", description = "Tweets per second at peak, instead of the result of the options above.")
    private @Nullable Double tweets;

    @Option(names = "--streaming", description = "Share of users with an open stream at peak" + DEFAULT)
    private double streaming = 0.01;

    @Option(names = "--years", description = "Years that tweets are kept" + DEFAULT)
    private double years = 5;

    @Option(
            names = "--famous-at",
            description = "Followers at which an author becomes famous (fame.gained-at)" + DEFAULT)
    private long famousAt = 10_000;

    @Option(names = "--within", description = "Maximum seconds to deliver a tweet to all followers" + DEFAULT)
    private double within = 1;

    @Option(names = "--vcpus", description = "Virtual CPUs of a node" + DEFAULT)
    private int vcpus = 8;

    @Option(names = "--memory", description = "Memory of a node in GiB" + DEFAULT)
    private double memory = 32;

    @Option(names = "--disk", description = "Disk of a node in GiB" + DEFAULT)
    private double disk = 2000;

    @Option(names = "--spare", description = "Share of a node that stays idle" + DEFAULT)
    private double spare = 0.4;

    @Option(names = "--graph-users", description = "Users of the synthetic graph for comparing thresholds" + DEFAULT)
    private int graphUsers = 200_000;

    @Option(names = "--costs", description = "File with resource costs, like the built-in costs.json.")
    private @Nullable Path costs;

    @Option(names = "--prices", description = "File with prices of nodes, like the built-in prices.json.")
    private @Nullable Path prices;

    @Option(names = "--plot", description = "Write an HTML page with the costs of thresholds to this file.")
    private @Nullable Path plot;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new PlanCommand()).setParameterExceptionHandler((thrown, _) -> reportUsage(thrown));
    }

    private static int reportUsage(ParameterException wrong) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("roost: " + wrong.getMessage());
        err.println("Try 'roost plan --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() throws IOException {
        Plan plan = plan();
        PrintWriter out = command.commandLine().getOut();
        out.print(PlanText.of(plan));
        if (plot != null) {
            Files.writeString(plot, PlanPage.of(plan));
            out.printf("%nWrote the costs of thresholds to %s.%n", plot);
        }
        out.flush();
        return 0;
    }

    private Plan plan() throws IOException {
        check(vcpus >= 1 && memory > 0 && disk > 0, "--vcpus, --memory, --disk", "must be more than 0");
        check(spare >= 0 && spare < 1, "--spare", "must be 0 or more and less than 1");
        check(within > 0, "--within", "must be more than 0");
        Workload workload = workload();
        check(
                graphUsers >= 100 && graphUsers > followers,
                "--graph-users",
                "must be 100 or more, and more than --followers");
        Costs known = costs == null ? Costs.builtIn() : read("--costs", costs, Costs::read);
        Prices paid = prices == null ? Prices.builtIn() : read("--prices", prices, Prices::read);
        try {
            return Plan.of(workload, new Node(vcpus, memory, disk, spare), known, paid, within, graphUsers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private Workload workload() {
        check(users >= 100, "--users", "must be 100 or more");
        int most = mostFollowers == null ? users / 5 : mostFollowers;
        check(followers > 0, "--followers", "must be more than 0");
        check(
                most > followers && most < users,
                "--most-followers",
                "must be more than --followers and less than --users; it is " + most);
        checkShare(active, "--active");
        checkShare(daily, "--daily");
        checkShare(streaming, "--streaming");
        check(peak >= 1, "--peak", "must be 1 or more");
        check(famousAt >= 0, "--famous-at", "must not be less than 0");
        check(years > 0, "--years", "must be more than 0");
        return new Workload(
                users,
                followers,
                most,
                active,
                streaming,
                rate(reads, readsADay, "--reads"),
                rate(tweets, tweetsADay, "--tweets"),
                peak,
                famousAt,
                years);
    }

    /** The given rate, or the rate derived from daily numbers. */
    private double rate(@Nullable Double given, double aDay, String option) {
        double rate = given == null ? users * daily * aDay * peak / Workload.SECONDS_A_DAY : given;
        check(rate > 0, option, "must be more than 0");
        return rate;
    }

    private void checkShare(double share, String option) {
        check(share > 0 && share <= 1, option, "must be more than 0 and at most 1");
    }

    private void check(boolean fits, String option, String rule) {
        if (!fits) {
            throw new ParameterException(command.commandLine(), option + " " + rule + ".");
        }
    }

    private <T> T read(String option, Path file, Reader<T> reader) throws IOException {
        try {
            return reader.read(file);
        } catch (NoSuchFileException e) {
            throw new ParameterException(command.commandLine(), option + ": no such file: " + file, e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), option + ", " + file + ": " + e.getMessage(), e);
        }
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }
}
