package social.roost.loadgen.plan;

import social.roost.loadgen.FollowGraph;
import social.roost.loadgen.LogNormal;

/**
 * The effect of a threshold on a network: what is pushed and what is pulled.
 *
 * @param famousAt follower count from which an author is famous
 * @param famous number of famous authors
 * @param pushed follows of other authors by active users: the deliveries if each author posts once
 * @param pulled follows of famous authors by active users: the lists merged if each active user reads once
 * @param longest the most deliveries of a single tweet
 */
record Fame(long famousAt, double famous, double pushed, double pulled, double longest) {

    /** Calculated from the distribution of followers, of whom this share is active. */
    static Fame expected(LogNormal followers, double active, long famousAt) {
        double pulled = followers.sumFrom((double) famousAt) * active;
        double all = followers.sumFrom(0) * active;
        double longest = Math.max(0, Math.min(famousAt - 1, followers.largest()));
        return new Fame(famousAt, followers.countsFrom((double) famousAt), all - pulled, pulled, longest * active);
    }

    /**
     * Counted in a graph, follow by follow.
     *
     * @param times how many users each user of the graph represents
     */
    static Fame counted(FollowGraph graph, boolean[] active, long famousAt, double times) {
        long famous = 0;
        long pushed = 0;
        long pulled = 0;
        long longest = 0;
        for (int author = 0; author < graph.users(); author++) {
            long followers = activeFollowers(graph, active, author);
            if (graph.followersOf(author) >= famousAt) {
                famous++;
                pulled += followers;
            } else {
                pushed += followers;
                longest = Math.max(longest, followers);
            }
        }
        return new Fame(famousAt, famous * times, pushed * times, pulled * times, longest);
    }

    private static long activeFollowers(FollowGraph graph, boolean[] active, int author) {
        long[] count = new long[1];
        graph.forEachFollower(author, follower -> count[0] += active[follower] ? 1 : 0);
        return count[0];
    }

    /** Deliveries per second. */
    double deliveries(Workload workload) {
        return workload.tweets() * pushed / workload.users();
    }

    /** Lists merged into a page, on average. */
    double listsARead(Workload workload) {
        return pulled / workload.activeUsers();
    }
}
