package social.roost.loadgen.plan;

import java.util.Locale;

/**
 * The cost of one unit. Processor time is in microseconds of one core; memory, disk and network are in bytes. Processor
 * time includes replicas; bytes on disk do not.
 */
enum Cost {
    /** A warm home timeline page of 20 tweets, with everything in one process. */
    EMBEDDED_READ_CPU("us"),
    /** A tweet, without its deliveries. */
    EMBEDDED_POST_CPU("us"),
    /** Pushing a tweet's id to one follower's timeline. */
    EMBEDDED_DELIVERY_CPU("us"),
    /** An id in a timeline. */
    EMBEDDED_ENTRY_MEMORY("bytes"),
    EMBEDDED_USER_DISK("bytes"),
    /** A follow: both sides with their indexes. */
    EMBEDDED_FOLLOW_DISK("bytes"),
    /** A tweet with its indexes, count and events. */
    EMBEDDED_TWEET_DISK("bytes"),

    /** A forwarded request and its response. */
    GATEWAY_REQUEST_CPU("us"),
    TIMELINES_READ_CPU("us"),
    /** Merging one famous author's list into a page. */
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
    /** What a process of any role needs when idle, and for its caches of users and tweets. */
    PROCESS_MEMORY("bytes"),
    /** What a server that stores data on disk needs for itself and as a cache. */
    SERVER_MEMORY("bytes"),

    /** Redis's share of a home timeline page. */
    REDIS_READ_CPU("us"),
    REDIS_DELIVERY_CPU("us"),
    REDIS_ENTRY_MEMORY("bytes"),
    /** A timeline without its entries. */
    REDIS_TIMELINE_MEMORY("bytes"),
    CASSANDRA_TWEET_CPU("us"),
    CASSANDRA_TWEET_DISK("bytes"),
    /** PostgreSQL's share of the fan-out of a tweet. */
    POSTGRES_TWEET_CPU("us"),
    POSTGRES_USER_DISK("bytes"),
    /** A follow: both sides with their indexes. */
    POSTGRES_FOLLOW_DISK("bytes"),
    KAFKA_EVENT_CPU("us"),
    KAFKA_EVENT_DISK("bytes"),

    /** A home timeline page as it is sent. */
    PAGE_NETWORK("bytes"),
    /** A tweet as it is sent on a stream. */
    LIVE_DELIVERY_NETWORK("bytes"),
    /** A delivery as it is sent to Redis. */
    DELIVERY_NETWORK("bytes"),
    /** Redis's response to a home timeline read. */
    REDIS_READ_NETWORK("bytes");

    private final String unit;

    Cost(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    /** Its name in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
