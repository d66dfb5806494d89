package social.roost.loadgen.plan;

import social.roost.loadgen.LogNormal;

/**
 * The workload of a network. Rates are per second at peak.
 *
 * @param followers of a user on average
 * @param mostFollowers of the most followed user
 * @param active the share of users seen within three days, whose timelines exist
 * @param streaming the share of users with an open stream at peak
 * @param peak the ratio of peak to average
 * @param famousAt follower count from which an author's tweets are pulled: 0 pulls all, {@link #NEVER} none
 * @param years for which tweets are kept
 */
record Workload(
        int users,
        double followers,
        int mostFollowers,
        double active,
        double streaming,
        double reads,
        double tweets,
        double peak,
        long famousAt,
        double years) {
    static final long NEVER = Long.MAX_VALUE;
    static final int TIMELINE = 800;
    static final double SECONDS_A_DAY = 86_400;

    /** The distribution of followers over authors. */
    LogNormal spread() {
        return LogNormal.of(followers, mostFollowers, users);
    }

    double activeUsers() {
        return users * active;
    }

    double streams() {
        return users * streaming;
    }

    double follows() {
        return users * followers;
    }

    double averageReads() {
        return reads / peak;
    }

    double averageTweets() {
        return tweets / peak;
    }

    double storedTweets() {
        return averageTweets() * SECONDS_A_DAY * 365 * years;
    }

    /** Deliveries of tweets on streams, including famous authors' tweets. */
    double streamed() {
        return tweets * followers * streaming;
    }

    Fame fame() {
        return Fame.expected(spread(), active, famousAt);
    }
}
