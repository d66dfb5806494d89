package social.roost.loadgen.plan;

/** What a single process with embedded stores needs for everything. */
final class Embedded {
    private Embedded() {}

    static Demand demand(Workload workload, Costs costs, Fame fame) {
        double micros = workload.reads() * costs.of(Cost.EMBEDDED_READ_CPU)
                + workload.tweets() * costs.of(Cost.EMBEDDED_POST_CPU)
                + fame.deliveries(workload) * costs.of(Cost.EMBEDDED_DELIVERY_CPU)
                + workload.reads() * fame.listsARead(workload) * costs.of(Cost.TIMELINES_LIST_CPU)
                + workload.streamed() * costs.of(Cost.LIVE_DELIVERY_CPU);
        double memory = workload.activeUsers() * Workload.TIMELINE * costs.of(Cost.EMBEDDED_ENTRY_MEMORY)
                + fame.famous() * costs.of(Cost.TIMELINES_LIST_MEMORY)
                + workload.streams() * costs.of(Cost.LIVE_STREAM_MEMORY)
                + costs.of(Cost.PROCESS_MEMORY);
        double disk = workload.users() * costs.of(Cost.EMBEDDED_USER_DISK)
                + workload.follows() * costs.of(Cost.EMBEDDED_FOLLOW_DISK)
                + workload.storedTweets() * costs.of(Cost.EMBEDDED_TWEET_DISK);
        return new Demand("one process", micros / 1e6, memory, 0, disk, 1);
    }
}
