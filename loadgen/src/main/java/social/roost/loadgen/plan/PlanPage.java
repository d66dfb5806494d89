package social.roost.loadgen.plan;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import social.roost.loadgen.Page;
import social.roost.loadgen.Plot;

/** The cost of fame thresholds, as a page with charts. */
final class PlanPage {
    private final Plan plan;

    private PlanPage(Plan plan) {
        this.plan = plan;
    }

    static String of(Plan plan) {
        return Page.html("The cost of fame thresholds", new PlanPage(plan).body());
    }

    private String body() {
        Workload workload = plan.workload();
        return format(
                """
                <p>The tweets of ordinary authors are pushed to the timelines of all active followers. Those of a famous author are kept
                in one list, which readers pull and merge into their pages. The charts show what the threshold between the two costs for
                %,d users who read %,.0f pages and post %,.0f tweets per second at peak. At the left end all tweets are pulled, at the
                right end all are pushed.</p>
                %s
                %s
                <p>The price covers these processors, the timelines, and the lists, which each process that reads timelines keeps in memory:
                a low threshold means many lists.</p>
                %s
                <p>With a high threshold, some tweets occupy the whole fan-out while others wait. Of the thresholds that deliver every tweet
                within %s s, %s is the cheapest.</p>
                %s
                <h2>Counted on a graph</h2>
                <p>The same on a synthetic graph of %,d users with %,d followers at most, counted follow by follow; each user stands for
                %,.0f.</p>
                %s
                %s
                <p>%d costs are measured, %d are assumed. Prices: %s.</p>
                """,
                workload.users(),
                workload.reads(),
                workload.tweets(),
                processors(plan.choices()),
                month(),
                seconds(),
                PlanText.number(plan.within()),
                PlanText.threshold(plan.cheapest().fame().famousAt()),
                table(plan.choices()),
                plan.graph().users(),
                plan.graph().followersOf(0),
                (double) workload.users() / plan.graph().users(),
                processors(plan.counted()),
                table(plan.counted()),
                plan.costs().measured(),
                plan.costs().assumed().size(),
                Page.escape(plan.prices().source()));
    }

    private String processors(List<Choice> choices) {
        double[] x = places(choices);
        return chart("Processors", "busy cores at peak", choices)
                .logY()
                .series("pushing and pulling", x, values(choices, choice -> choice.pushing() + choice.pulling()))
                .series("pushing: deliveries into timelines", x, values(choices, Choice::pushing))
                .series("pulling: lists merged into pages", x, values(choices, Choice::pulling))
                .svg();
    }

    private String month() {
        List<Choice> choices = plan.choices();
        return chart("Price", plan.prices().currency() + " per month", choices)
                .series("processors and memory", places(choices), values(choices, Choice::month))
                .svg();
    }

    private String seconds() {
        List<Choice> choices = plan.choices();
        double[] x = places(choices);
        return chart("The tweet with the most deliveries", "seconds to the last timeline", choices)
                .logY()
                .series("with all of the fan-out's cores", x, values(choices, Choice::seconds))
                .series("target", x, values(choices, _ -> plan.within()))
                .svg();
    }

    private Plot chart(String title, String yLabel, List<Choice> choices) {
        Plot plot = new Plot(title, "fame threshold (followers)", yLabel).logX();
        double planned = plan.workload().famousAt();
        return planned < 1 || planned > end(choices) ? plot : plot.mark(planned, "planned");
    }

    /**
     * The positions of thresholds. Those at the ends have no place on a logarithmic axis, so they are one step away
     * from the others.
     */
    private static double[] places(List<Choice> choices) {
        return values(choices, choice -> Math.clamp((double) choice.fame().famousAt(), 1, end(choices)));
    }

    /** The position of pushing everything: at the power of ten above the last threshold. */
    private static double end(List<Choice> choices) {
        return Math.pow(10, choices.size() - 1);
    }

    private static double[] values(List<Choice> choices, ToDoubleFunction<Choice> value) {
        return choices.stream().mapToDouble(value).toArray();
    }

    private String table(List<Choice> choices) {
        String rows = choices.stream().map(PlanPage::row).collect(Collectors.joining());
        return "<div class=\"table\"><table>" + head() + rows + "</table></div>";
    }

    private String head() {
        return format(
                "<tr><th>famous from</th><th>authors</th><th>deliveries/s</th><th>lists/read</th><th>cores</th><th>%s/month</th>"
                        + "<th>longest, ms</th></tr>",
                Page.escape(plan.prices().currency()));
    }

    private static String row(Choice choice) {
        return format(
                "<tr><td>%s</td><td>%,.0f</td><td>%,.0f</td><td>%.1f</td><td>%,.2f</td><td>%,.0f</td><td>%,.1f</td></tr>\n",
                PlanText.threshold(choice.fame().famousAt()),
                choice.fame().famous(),
                choice.deliveries(),
                choice.listsARead(),
                choice.pushing() + choice.pulling(),
                choice.month(),
                1000 * choice.seconds());
    }

    @FormatMethod
    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
