package social.roost.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * The plan for 500 million users with 200 followers, 700 tweets and 35,000 home reads a second, beside what a calculation by hand
 * gives (SPEC L3).
 */
class EstimateTest {
    private static final Percentage EXACTLY = withinPercentage(1e-6);
    private static final Workload PUSH = Given.estimate(Workload.NEVER);

    @Test
    void deliveries() {
        assertThat(PUSH.fame().deliveries(PUSH)).isCloseTo(700 * 200 * 0.4, EXACTLY);
    }

    @Test
    void famousAuthorsArePulledByThoseWhoFollowThem() {
        Workload hybrid = Given.estimate(10_000);
        Fame fame = hybrid.fame();
        double share = fame.deliveries(hybrid) / (700 * 200 * 0.4);
        assertThat(share).isBetween(0.1, 0.9);
        assertThat(fame.listsARead(hybrid)).as("what is not pushed is pulled").isCloseTo(200 * (1 - share), EXACTLY);
    }

    @Test
    void roles() {
        Map<Cost, Double> costs = Map.of(
                Cost.GATEWAY_REQUEST_CPU, 40.0,
                Cost.TWEETS_POST_CPU, 500.0,
                Cost.TIMELINES_READ_CPU, 60.0,
                Cost.FANOUT_TWEET_CPU, 300.0,
                Cost.FANOUT_DELIVERY_CPU, 2.0,
                Cost.NOTIFICATIONS_TWEET_CPU, 200.0,
                Cost.LIVE_DELIVERY_CPU, 62.0,
                Cost.LIVE_STREAM_MEMORY, 20_000.0,
                Cost.PROCESS_MEMORY, 1e9);
        assertThat(demand(costs, "gateway").cores()).isCloseTo(35_700 * 40e-6, EXACTLY);
        assertThat(demand(costs, "tweets").cores()).isCloseTo(700 * 500e-6, EXACTLY);
        assertThat(demand(costs, "timelines").cores()).isCloseTo(35_000 * 60e-6, EXACTLY);
        assertThat(demand(costs, "fanout").cores()).isCloseTo(700 * 300e-6 + 56_000 * 2e-6, EXACTLY);
        assertThat(demand(costs, "notifications").cores()).isCloseTo(700 * 200e-6, EXACTLY);
        assertThat(demand(costs, "live").cores()).isCloseTo(700 * 200 * 0.01 * 62e-6, EXACTLY);
        assertThat(demand(costs, "live").memory()).isCloseTo(5e6 * 20_000, EXACTLY);
        assertThat(demand(costs, "users").memoryOfEach()).isEqualTo(1e9);
    }

    @Test
    void listsOfFamousAuthorsTakeTimeAndMemoryOfTimelines() {
        Workload hybrid = Given.estimate(10_000);
        Costs costs = Given.costs(Map.of(Cost.TIMELINES_LIST_CPU, 0.5, Cost.TIMELINES_LIST_MEMORY, 6_000.0));
        Demand timelines = new Cluster(hybrid, costs, hybrid.fame()).timelines();
        assertThat(timelines.cores()).isCloseTo(35_000 * hybrid.fame().listsARead(hybrid) * 0.5e-6, EXACTLY);
        assertThat(timelines.memoryOfEach()).isCloseTo(hybrid.fame().famous() * 6_000, EXACTLY);
    }

    @Test
    void redis() {
        Map<Cost, Double> costs = Map.of(
                Cost.REDIS_READ_CPU, 30.0,
                Cost.REDIS_DELIVERY_CPU, 5.0,
                Cost.REDIS_ENTRY_MEMORY, 20.0,
                Cost.REDIS_TIMELINE_MEMORY, 100.0);
        assertThat(demand(costs, "Redis").cores()).isCloseTo(35_000 * 30e-6 + 56_000 * 5e-6, EXACTLY);
        assertThat(demand(costs, "Redis").memory()).isCloseTo(200e6 * (800 * 20 + 100), EXACTLY);
    }

    @Test
    void serversThatKeepData() {
        Map<Cost, Double> costs = Map.of(
                Cost.CASSANDRA_TWEET_DISK, 700.0,
                Cost.CASSANDRA_TWEET_CPU, 2_000.0,
                Cost.POSTGRES_USER_DISK, 1_000.0,
                Cost.POSTGRES_FOLLOW_DISK, 300.0,
                Cost.POSTGRES_TWEET_CPU, 400.0,
                Cost.KAFKA_EVENT_DISK, 200.0,
                Cost.KAFKA_EVENT_CPU, 50.0);
        // 350 tweets a second on average, kept for five years on three nodes.
        assertThat(demand(costs, "Cassandra").disk()).isCloseTo(350.0 * 86_400 * 365 * 5 * 700 * 3, EXACTLY);
        assertThat(demand(costs, "Cassandra").cores()).isCloseTo(1.4, EXACTLY);
        assertThat(demand(costs, "PostgreSQL").disk()).isCloseTo((500e6 * 1_000 + 100e9 * 300) * 2, EXACTLY);
        assertThat(demand(costs, "PostgreSQL").cores()).isCloseTo(0.28, EXACTLY);
        assertThat(demand(costs, "Kafka").disk()).isCloseTo(350.0 * 86_400 * 7 * 200 * 3, EXACTLY);
        assertThat(demand(costs, "Kafka").cores()).isCloseTo(0.035, EXACTLY);
    }

    @Test
    void network() {
        Map<Cost, Double> costs = Map.of(
                Cost.PAGE_NETWORK, 12_700.0,
                Cost.LIVE_DELIVERY_NETWORK, 800.0,
                Cost.REDIS_READ_NETWORK, 6_600.0,
                Cost.DELIVERY_NETWORK, 60.0);
        Cluster cluster = new Cluster(PUSH, Given.costs(costs), PUSH.fame());
        double outward = 35_000 * 12_700.0 + 1_400 * 800.0;
        assertThat(cluster.outward()).isCloseTo(outward, EXACTLY);
        assertThat(cluster.inward()).isCloseTo(outward + 35_000 * 6_600.0 + 56_000 * 60.0, EXACTLY);
    }

    @Test
    void oneProcess() {
        Costs costs = Given.costs(Map.of(
                Cost.EMBEDDED_READ_CPU, 19.0,
                Cost.EMBEDDED_POST_CPU, 350.0,
                Cost.EMBEDDED_DELIVERY_CPU, 1.4,
                Cost.EMBEDDED_ENTRY_MEMORY, 9.0,
                Cost.EMBEDDED_USER_DISK, 600.0,
                Cost.EMBEDDED_FOLLOW_DISK, 150.0,
                Cost.EMBEDDED_TWEET_DISK, 900.0));
        Demand one = Embedded.demand(PUSH, costs, PUSH.fame());
        assertThat(one.cores()).isCloseTo(35_000 * 19e-6 + 700 * 350e-6 + 56_000 * 1.4e-6, EXACTLY);
        assertThat(one.memory()).isCloseTo(200e6 * 800 * 9, EXACTLY);
        assertThat(one.disk()).isCloseTo(500e6 * 600 + 100e9 * 150 + PUSH.storedTweets() * 900, EXACTLY);
    }

    @Test
    void moreUsersNeverNeedFewerNodes() {
        List<Line> before = lines(10_000);
        for (int users = 20_000; users < 1_000_000_000; users *= 2) {
            List<Line> now = lines(users);
            for (int i = 0; i < now.size(); i++) {
                assertThat(now.get(i).nodes())
                        .as("%s for %,d users", now.get(i).demand().name(), users)
                        .isGreaterThanOrEqualTo(before.get(i).nodes());
            }
            before = now;
        }
        assertThat(before).allMatch(line -> line.nodes() >= line.demand().least());
        assertThat(before.stream().mapToInt(Line::nodes).sum()).isGreaterThan(100);
    }

    private static List<Line> lines(int users) {
        Workload workload = Given.users(users);
        Node node = new Node(8, 64, 2_000, 0.4);
        return new Cluster(workload, Costs.builtIn(), workload.fame())
                .demands().stream().map(node::line).toList();
    }

    private static Demand demand(Map<Cost, Double> costs, String name) {
        return new Cluster(PUSH, Given.costs(costs), PUSH.fame())
                .demands().stream()
                        .filter(demand -> demand.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
