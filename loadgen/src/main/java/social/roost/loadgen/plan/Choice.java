package social.roost.loadgen.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The cost of a fame threshold.
 *
 * @param deliveries per second
 * @param listsARead lists merged into a page, on average
 * @param pushing busy cores for pushing tweets to timelines
 * @param pulling busy cores for merging lists into pages
 * @param lists bytes of the famous authors' lists, in each process that reads timelines
 * @param month monthly cost of those cores, of the lists and of the timelines
 * @param seconds delivery time of the tweet with the most deliveries, if all cores of the fan-out have nothing else to
 *     do
 */
record Choice(
        Fame fame,
        double deliveries,
        double listsARead,
        double pushing,
        double pulling,
        double lists,
        double month,
        double seconds) {

    /** For pulling everything, pushing everything, and each power of ten in between. */
    static LongStream thresholds(int mostFollowers) {
        LongStream powers = LongStream.iterate(10, power -> power <= mostFollowers, power -> 10 * power);
        return LongStream.concat(LongStream.concat(LongStream.of(0), powers), LongStream.of(Workload.NEVER));
    }

    static Choice of(Fame fame, Workload workload, Costs costs, Prices prices, Node node) {
        Cluster cluster = new Cluster(workload, costs, fame);
        int timelines = processes(cluster.timelines(), node);
        double fanOut = node.vcpus() * (double) processes(cluster.fanOut(), node);
        double memory = cluster.timelineBytes() + timelines * cluster.lists();
        return new Choice(
                fame,
                fame.deliveries(workload),
                fame.listsARead(workload),
                cluster.pushing(),
                cluster.pulling(),
                cluster.lists(),
                prices.ofMonth(cluster.pushing() + cluster.pulling(), memory, node),
                fame.longest() * costs.of(Cost.FANOUT_DELIVERY_CPU) / 1e6 / fanOut);
    }

    /** As many as the processors require: each keeps all of the lists, whatever their size. */
    private static int processes(Demand role, Node node) {
        return Math.max(role.least(), (int) Math.ceil(role.cores() / node.cores()));
    }

    /** The cheapest choice that delivers each tweet in time. Pulling everything always does. */
    static Choice cheapest(List<Choice> choices, double withinSeconds) {
        return choices.stream()
                .filter(choice -> choice.seconds() <= withinSeconds)
                .min(Comparator.comparingDouble(Choice::month))
                .orElseThrow();
    }
}
