package social.roost.loadgen.plan;

import java.util.Locale;

/**
 * What one of something costs. Processor time is microseconds of one core; memory, disk and network are bytes. What replicas
 * cost is included in processor time, but not in bytes on disk.
 */
enum Cost {
    /** A warm home timeline page of 20 tweets, everything in one process. */
    EMBEDDED_READ_CPU("us"),
    /** A tweet, without its deliveries. */
    EMBEDDED_POST_CPU("us"),
    /** A tweet's id put into one follower's timeline. */
    EMBEDDED_DELIVERY_CPU("us"),
    /** One of the ids of a timeline. */
    EMBEDDED_ENTRY_MEMORY("bytes"),
    EMBEDDED_USER_DISK("bytes"),
    /** Both sides of it, with their indexes. */
    EMBEDDED_FOLLOW_DISK("bytes"),
    /** With its indexes, count and events. */
    EMBEDDED_TWEET_DISK("bytes"),

    /** A request passed on, and its answer. */
    GATEWAY_REQUEST_CPU("us"),
    TIMELINES_READ_CPU("us"),
    /** One famous author's list merged into a page. */
    TIMELINES_LIST_CPU("us"),
    /** One famous author's list, which each process of the role keeps. */
    TIMELINES_LIST_MEMORY("bytes"),
    TWEETS_POST_CPU("us"),
    /** A tweet, without its deliveries. */
    FANOUT_TWEET_CPU("us"),
    FANOUT_DELIVERY_CPU("us"),
    NOTIFICATIONS_TWEET_CPU("us"),
    /** A tweet sent to one open stream. */
    LIVE_DELIVERY_CPU("us"),
    /** An open stream. */
    LIVE_STREAM_MEMORY("bytes"),
    /** What a process of any role needs before it does anything, and for what it keeps of users and tweets. */
    PROCESS_MEMORY("bytes"),
    /** What a server that keeps its data on disk needs for itself and as a cache. */
    SERVER_MEMORY("bytes"),

    /** What a home timeline page asks of Redis. */
    REDIS_READ_CPU("us"),
    REDIS_DELIVERY_CPU("us"),
    REDIS_ENTRY_MEMORY("bytes"),
    /** A timeline but for its entries. */
    REDIS_TIMELINE_MEMORY("bytes"),
    CASSANDRA_TWEET_CPU("us"),
    CASSANDRA_TWEET_DISK("bytes"),
    /** What the fan-out of a tweet asks of the graph. */
    POSTGRES_TWEET_CPU("us"),
    POSTGRES_USER_DISK("bytes"),
    /** Both sides of it, with their indexes. */
    POSTGRES_FOLLOW_DISK("bytes"),
    KAFKA_EVENT_CPU("us"),
    KAFKA_EVENT_DISK("bytes"),

    /** A home timeline page as it is sent. */
    PAGE_NETWORK("bytes"),
    /** A tweet as it is sent to a stream. */
    LIVE_DELIVERY_NETWORK("bytes"),
    /** A delivery as it is sent to Redis. */
    DELIVERY_NETWORK("bytes"),
    /** What Redis answers to one reading of a home timeline. */
    REDIS_READ_NETWORK("bytes");

    private final String unit;

    Cost(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    /** As it is called in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
