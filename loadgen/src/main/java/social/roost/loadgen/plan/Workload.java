package social.roost.loadgen.plan;

import social.roost.loadgen.LogNormal;

/**
 * What is asked of a network. Rates are of a second at peak.
 *
 * @param followers of a user on average
 * @param mostFollowers of the most followed user
 * @param active the share of users seen within three days, whose timelines exist
 * @param streaming the share of users who have a stream open at peak
 * @param peak how many times the average the peak is
 * @param famousAt followers from which on an author's tweets are pulled: 0 pulls all, {@link #NEVER} none
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

    /** How followers are spread over authors. */
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

    /** Tweets times streams that they are sent to, famous authors' too. */
    double streamed() {
        return tweets * followers * streaming;
    }

    Fame fame() {
        return Fame.expected(spread(), active, famousAt);
    }
}
