package social.roost.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code roost plan} as it is called (SPEC L3). */
class PlanCommandTest {
    private static final String SMALL = "--graph-users=2000";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void theEstimateIsWhatUsersDoByDefault() {
        assertThat(plan("--users=500000000")).isZero();
        assertThat(out.toString())
                .contains(
                        "500,000,000 users with 200 followers on average and 100,000,000 at most; 34,722 home reads and 694 tweets")
                .contains("200,000,000 timelines exist")
                .contains("gateway", "timelines", "fanout", "Redis", "Cassandra", "PostgreSQL", "Kafka")
                .contains("one such node is not enough")
                .contains("0 (pull)", "never (push)")
                .contains("graph of 2,000 users")
                .contains("Assumed:")
                .doesNotContain("NaN", "Infinity");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void ratesMayBeGiven() {
        assertThat(plan("--users=500000000", "--reads=35000", "--tweets=700")).isZero();
        assertThat(out.toString()).contains("35,000 home reads and 700 tweets per second at peak");
    }

    @Test
    void fewUsersFitIntoOneProcess() {
        assertThat(plan("--users=100000")).isZero();
        assertThat(out.toString()).contains("one such node is enough");
    }

    @Test
    void aPageShowsWhatThresholdsCost() throws IOException {
        Path page = folder.resolve("plan.html");
        assertThat(plan("--users=500000000", "--plot=" + page)).isZero();
        assertThat(out.toString()).contains(page.toString());
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("<svg", "planned", "never (push)")
                .doesNotContain("NaN", "Infinity", "<script");
    }

    @Test
    void whatDoesNotFitNamesTheOption() {
        refused("--users", "--users=99");
        refused("--followers", "--users=1000", "--followers=0");
        refused("--most-followers", "--users=1000", "--followers=300");
        refused("--active", "--users=100000", "--active=1.5");
        refused("--daily", "--users=100000", "--daily=0");
        refused("--streaming", "--users=100000", "--streaming=-1");
        refused("--peak", "--users=100000", "--peak=0.5");
        refused("--reads", "--users=100000", "--reads=-1");
        refused("--spare", "--users=100000", "--spare=1");
        refused("--vcpus", "--users=100000", "--vcpus=0");
        refused("--graph-users", "--users=100000", "--followers=300", "--graph-users=200");
        refused("--costs", "--users=100000", "--costs=" + folder.resolve("none.json"));
        refused("--memory", "--users=500000000", "--memory=4");
        refused("--users", "--users=many");
    }

    @Test
    void filesThatDoNotFitAreNamed() throws IOException {
        Path costs = Files.writeString(folder.resolve("costs.json"), "{\"costs\": {}}");
        refused("costs.json: embedded-read-cpu is missing", "--users=100000", "--costs=" + costs);
        Path prices = Files.writeString(folder.resolve("prices.json"), "{]");
        refused("prices.json", "--users=100000", "--prices=" + prices);
    }

    @Test
    void ownCostsAndPricesAreUsed() throws IOException {
        Path costs =
                Files.writeString(folder.resolve("costs.json"), Given.file().toString());
        String json =
                "{\"currency\":\"CHF\",\"vcpu\":1,\"memoryGib\":1,\"diskGib\":1,\"trafficGib\":1,\"source\":\"mine\"}";
        Path prices = Files.writeString(folder.resolve("prices.json"), json);
        assertThat(plan("--users=100000", "--costs=" + costs, "--prices=" + prices))
                .isZero();
        assertThat(out.toString())
                .contains("CHF/month", "Prices: mine.")
                .contains("is based on 0 measured and %d assumed costs".formatted(Cost.values().length));
    }

    private void refused(String message, String... options) {
        err.getBuffer().setLength(0);
        assertThat(plan(options)).as(String.join(" ", options)).isEqualTo(2);
        assertThat(err.toString()).startsWith("roost: ").contains(message).hasLineCount(2);
    }

    private int plan(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        if (arguments.stream().noneMatch(option -> option.startsWith("--graph-users"))) {
            arguments.add(SMALL);
        }
        return PlanCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
