package social.roost.loadgen.plan;

import java.util.List;
import java.util.SplittableRandom;
import social.roost.loadgen.FollowGraph;

/**
 * The content of a plan.
 *
 * @param lines one for each role and each kind of server
 * @param embedded what a single process would need instead
 * @param choices the cost of thresholds, by the distribution of followers
 * @param within seconds in which a tweet must be delivered
 * @param graph a synthetic one, in which each user represents many
 * @param counted the cost of thresholds there, follow by follow
 */
record Plan(
        Workload workload,
        Node node,
        Costs costs,
        Prices prices,
        Cluster cluster,
        List<Line> lines,
        Demand embedded,
        List<Choice> choices,
        double within,
        FollowGraph graph,
        List<Choice> counted) {
    private static final long SEED = 42;
    /** The most followed user of a graph has at least this many times the average. */
    private static final int UNEVEN = 10;

    /** @throws IllegalArgumentException if a node is too small, or there is no distribution of these followers */
    static Plan of(Workload workload, Node node, Costs costs, Prices prices, double within, int graphUsers) {
        Fame fame = workload.fame();
        Cluster cluster = new Cluster(workload, costs, fame);
        FollowGraph graph = graph(workload, graphUsers);
        return new Plan(
                workload,
                node,
                costs,
                prices,
                cluster,
                cluster.demands().stream().map(node::line).toList(),
                Embedded.demand(workload, costs, fame),
                expected(workload, costs, prices, node),
                within,
                graph,
                counted(graph, workload, costs, prices, node));
    }

    private static List<Choice> expected(Workload workload, Costs costs, Prices prices, Node node) {
        return Choice.thresholds(workload.mostFollowers())
                .mapToObj(famousAt -> Fame.expected(workload.spread(), workload.active(), famousAt))
                .map(fame -> Choice.of(fame, workload, costs, prices, node))
                .toList();
    }

    /**
     * The same on a graph; its most followed user has the same share of all users, but at least enough to make a graph
     * uneven.
     */
    private static FollowGraph graph(Workload workload, int graphUsers) {
        int users = Math.min(graphUsers, workload.users());
        double most =
                Math.max(UNEVEN * workload.followers(), (double) workload.mostFollowers() * users / workload.users());
        return FollowGraph.synthetic(users, workload.followers(), (int) Math.min(most, users - 1), SEED);
    }

    private static List<Choice> counted(FollowGraph graph, Workload workload, Costs costs, Prices prices, Node node) {
        boolean[] active = draw(graph.users(), workload.active());
        double times = (double) workload.users() / graph.users();
        return Choice.thresholds(graph.followersOf(0))
                .mapToObj(famousAt -> Fame.counted(graph, active, famousAt, times))
                .map(fame -> Choice.of(fame, workload, costs, prices, node))
                .toList();
    }

    /** The active users: this share of all. */
    private static boolean[] draw(int users, double share) {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean[] active = new boolean[users];
        for (int user = 0; user < users; user++) {
            active[user] = random.nextDouble() < share;
        }
        return active;
    }

    Choice cheapest() {
        return Choice.cheapest(choices, within);
    }

    /** Bytes sent to clients in a month. */
    double traffic() {
        return cluster.outward() / workload.peak() * Workload.SECONDS_A_DAY * 365 / 12;
    }

    double month() {
        return lines.stream().mapToDouble(line -> prices.ofMonth(line, node)).sum()
                + traffic() / Node.GIB * prices.trafficGib();
    }
}
