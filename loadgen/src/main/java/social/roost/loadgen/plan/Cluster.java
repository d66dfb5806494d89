package social.roost.loadgen.plan;

import java.util.List;

/** The demands of each role and each kind of server in a cluster. */
final class Cluster {
    /** As recommended by the operating guide. */
    private static final int CASSANDRA_COPIES = 3;

    private static final int KAFKA_COPIES = 3;
    /** The default retention of brokers. */
    private static final int KAFKA_DAYS = 7;
    /** A primary and a standby. */
    private static final int POSTGRES_COPIES = 2;
    /** For redundancy. */
    private static final int TWO = 2;

    private final Workload workload;
    private final Costs costs;
    private final Fame fame;

    Cluster(Workload workload, Costs costs, Fame fame) {
        this.workload = workload;
        this.costs = costs;
        this.fame = fame;
    }

    List<Demand> demands() {
        return List.of(
                role("gateway", cores(workload.reads() + workload.tweets(), Cost.GATEWAY_REQUEST_CPU)),
                role("users", 0),
                role("tweets", cores(workload.tweets(), Cost.TWEETS_POST_CPU)),
                timelines(),
                fanOut(),
                role("notifications", cores(workload.tweets(), Cost.NOTIFICATIONS_TWEET_CPU)),
                live(),
                redis(),
                cassandra(),
                postgres(),
                kafka());
    }

    private Demand role(String name, double cores) {
        return new Demand(name, cores, 0, costs.of(Cost.PROCESS_MEMORY), 0, TWO);
    }

    Demand timelines() {
        double cores = cores(workload.reads(), Cost.TIMELINES_READ_CPU) + pulling();
        return new Demand("timelines", cores, 0, costs.of(Cost.PROCESS_MEMORY) + lists(), 0, TWO);
    }

    Demand fanOut() {
        double cores = cores(workload.tweets(), Cost.FANOUT_TWEET_CPU)
                + cores(fame.deliveries(workload), Cost.FANOUT_DELIVERY_CPU);
        return role("fanout", cores);
    }

    private Demand live() {
        return new Demand(
                "live",
                cores(workload.streamed(), Cost.LIVE_DELIVERY_CPU),
                workload.streams() * costs.of(Cost.LIVE_STREAM_MEMORY),
                costs.of(Cost.PROCESS_MEMORY),
                0,
                TWO);
    }

    private Demand redis() {
        double cores = cores(workload.reads(), Cost.REDIS_READ_CPU)
                + cores(fame.deliveries(workload), Cost.REDIS_DELIVERY_CPU);
        return new Demand("Redis", cores, timelineBytes(), 0, 0, TWO);
    }

    private Demand cassandra() {
        double disk = workload.storedTweets() * costs.of(Cost.CASSANDRA_TWEET_DISK) * CASSANDRA_COPIES;
        double cores = cores(workload.tweets(), Cost.CASSANDRA_TWEET_CPU);
        return new Demand("Cassandra", cores, 0, costs.of(Cost.SERVER_MEMORY), disk, CASSANDRA_COPIES);
    }

    private Demand postgres() {
        double users = workload.users() * costs.of(Cost.POSTGRES_USER_DISK);
        double follows = workload.follows() * costs.of(Cost.POSTGRES_FOLLOW_DISK);
        double cores = cores(workload.tweets(), Cost.POSTGRES_TWEET_CPU);
        double disk = (users + follows) * POSTGRES_COPIES;
        return new Demand("PostgreSQL", cores, 0, costs.of(Cost.SERVER_MEMORY), disk, POSTGRES_COPIES);
    }

    private Demand kafka() {
        double events = workload.averageTweets() * Workload.SECONDS_A_DAY * KAFKA_DAYS;
        double disk = events * costs.of(Cost.KAFKA_EVENT_DISK) * KAFKA_COPIES;
        double cores = cores(workload.tweets(), Cost.KAFKA_EVENT_CPU);
        return new Demand("Kafka", cores, 0, costs.of(Cost.SERVER_MEMORY), disk, KAFKA_COPIES);
    }

    /** Bytes of all timelines in Redis; none if everything is pulled. */
    double timelineBytes() {
        double entries = Workload.TIMELINE * costs.of(Cost.REDIS_ENTRY_MEMORY);
        return fame.pushed() == 0 ? 0 : workload.activeUsers() * (entries + costs.of(Cost.REDIS_TIMELINE_MEMORY));
    }

    /** Bytes of the famous authors' lists, in each process of the role timelines. */
    double lists() {
        return fame.famous() * costs.of(Cost.TIMELINES_LIST_MEMORY);
    }

    /** Cores for pushing tweets to timelines. */
    double pushing() {
        return cores(fame.deliveries(workload), Cost.FANOUT_DELIVERY_CPU)
                + cores(fame.deliveries(workload), Cost.REDIS_DELIVERY_CPU);
    }

    /** Cores for merging famous authors' lists. */
    double pulling() {
        return cores(workload.reads() * fame.listsARead(workload), Cost.TIMELINES_LIST_CPU);
    }

    /** Bytes per second to clients, at peak. */
    double outward() {
        return workload.reads() * costs.of(Cost.PAGE_NETWORK)
                + workload.streamed() * costs.of(Cost.LIVE_DELIVERY_NETWORK);
    }

    /** Bytes per second between nodes, at peak: pages to the gateway, timelines from Redis, deliveries to Redis. */
    double inward() {
        return outward()
                + workload.reads() * costs.of(Cost.REDIS_READ_NETWORK)
                + fame.deliveries(workload) * costs.of(Cost.DELIVERY_NETWORK);
    }

    private double cores(double times, Cost cost) {
        return times * costs.of(cost) / 1e6;
    }
}
