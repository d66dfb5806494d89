package social.roost.loadgen.plan;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Locale;

/** The text output of a plan. */
final class PlanText {
    private final StringBuilder text = new StringBuilder();
    private final Plan plan;

    private PlanText(Plan plan) {
        this.plan = plan;
    }

    static String of(Plan plan) {
        PlanText text = new PlanText(plan);
        text.workload();
        text.cluster();
        text.embedded();
        text.thresholds();
        text.ground();
        return text.text.toString();
    }

    private void workload() {
        Workload workload = plan.workload();
        Fame fame = workload.fame();
        line(
                "%,d users with %,.0f followers on average and %,d at most; %,.0f home reads and %,.0f tweets per second at peak.",
                workload.users(), workload.followers(), workload.mostFollowers(), workload.reads(), workload.tweets());
        line(
                "%,.0f timelines exist, %,.0f streams are open. Fame threshold: %s; %,.0f authors are famous.",
                workload.activeUsers(), workload.streams(), threshold(workload.famousAt()), fame.famous());
        line(
                "%,.0f deliveries per second; %.1f lists are merged into a page; %,.0f tweets are kept.",
                fame.deliveries(workload), fame.listsARead(workload), workload.storedTweets());
    }

    private void cluster() {
        Node node = plan.node();
        line("");
        line(
                "Nodes of %d vCPUs, %,.0f GiB of memory and %,.0f GiB of disk, %.0f %% of which stay idle; replicas included:",
                node.vcpus(), node.memoryGib(), node.diskGib(), 100 * node.spare());
        line("");
        line(
                "%-14s %6s %9s %11s %11s %11s %13s",
                "", "nodes", "bound by", "busy cores", "memory GiB", "disk GiB", month());
        for (Line line : plan.lines()) {
            Demand demand = line.demand();
            line(
                    "%-14s %,6d %9s %,11.1f %,11.0f %,11.0f %,13.0f",
                    demand.name(),
                    line.nodes(),
                    line.bound(),
                    demand.cores(),
                    (demand.memory() + line.nodes() * demand.memoryOfEach()) / Node.GIB,
                    demand.disk() / Node.GIB,
                    plan.prices().ofMonth(line, node));
        }
        line("%-14s %66s %,13.0f", "traffic out", size(plan.traffic()) + " per month", trafficPrice());
        line(
                "%-14s %,6d %59s %,13.0f",
                "all", plan.lines().stream().mapToInt(Line::nodes).sum(), "", plan.month());
        line("");
        line(
                "At peak %.1f Gbit/s go to clients and %.1f Gbit/s between nodes, not counting replication between servers.",
                gigabits(plan.cluster().outward()), gigabits(plan.cluster().inward()));
    }

    private void embedded() {
        Demand one = plan.embedded();
        line(
                "One process with embedded stores would need %,.1f busy cores, %,.0f GiB of memory and %,.0f GiB of disk: one such node %s.",
                one.cores(),
                one.memory() / Node.GIB,
                one.disk() / Node.GIB,
                plan.node().holds(one) ? "is enough" : "is not enough");
    }

    private void thresholds() {
        line("");
        line(
                "The cost of fame thresholds: cores for pushing and pulling, memory per process for the lists of famous authors, price");
        line("of these and of the timelines, and delivery time of the tweet with the most deliveries:");
        table(plan.choices());
        Choice cheapest = plan.cheapest();
        line("");
        line(
                "Of the thresholds that deliver every tweet within %s s, %s is the cheapest: %,.0f %s.",
                number(plan.within()), threshold(cheapest.fame().famousAt()), cheapest.month(), month());
        line("");
        line(
                "The same on a synthetic graph of %,d users with %,d followers at most, counted follow by follow; each user stands for %,.0f:",
                plan.graph().users(),
                plan.graph().followersOf(0),
                (double) plan.workload().users() / plan.graph().users());
        table(plan.counted());
    }

    private void table(List<Choice> choices) {
        line("");
        line(
                "%-14s %12s %13s %11s %11s %11s %10s %13s %10s",
                "famous from",
                "authors",
                "deliveries/s",
                "lists/read",
                "push cores",
                "pull cores",
                "lists GiB",
                month(),
                "longest ms");
        for (Choice choice : choices) {
            line(
                    "%-14s %,12.0f %,13.0f %11.1f %,11.2f %,11.2f %,10.1f %,13.0f %,10.1f",
                    threshold(choice.fame().famousAt()),
                    choice.fame().famous(),
                    choice.deliveries(),
                    choice.listsARead(),
                    choice.pushing(),
                    choice.pulling(),
                    choice.lists() / Node.GIB,
                    choice.month(),
                    1000 * choice.seconds());
        }
    }

    private void ground() {
        List<String> assumed = plan.costs().assumed();
        line("");
        line(
                "The plan is based on %d measured and %d assumed costs. Assumed: %s.",
                plan.costs().measured(), assumed.size(), String.join(", ", assumed));
        line("Prices: %s.", plan.prices().source());
        line(
                "Not included: media, search, trends, messages, likes, log-ins, Redis's caches, backups, a second region.");
    }

    static String threshold(long famousAt) {
        if (famousAt == 0) {
            return "0 (pull)";
        }
        return famousAt == Workload.NEVER ? "never (push)" : String.format(Locale.ROOT, "%,d", famousAt);
    }

    private String month() {
        return plan.prices().currency() + "/month";
    }

    private double trafficPrice() {
        return plan.traffic() / Node.GIB * plan.prices().trafficGib();
    }

    private static String size(double bytes) {
        return String.format(Locale.ROOT, "%,.0f GiB", bytes / Node.GIB);
    }

    private static double gigabits(double bytesASecond) {
        return bytesASecond * 8 / 1e9;
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @FormatMethod
    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
