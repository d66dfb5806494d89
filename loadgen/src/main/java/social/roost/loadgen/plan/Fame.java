package social.roost.loadgen.plan;

import social.roost.loadgen.FollowGraph;
import social.roost.loadgen.LogNormal;

/**
 * What a threshold makes of a network: who is pushed to, and what is pulled.
 *
 * @param famousAt followers from which on an author is famous
 * @param famous authors who are
 * @param pushed follows of other authors by active users: the deliveries when each author posts once
 * @param pulled follows of famous authors by active users: the lists that are merged when each active user reads once
 * @param longest the most deliveries that one tweet makes
 */
record Fame(long famousAt, double famous, double pushed, double pulled, double longest) {

    /** By the distribution of followers, of whom this share is active. */
    static Fame expected(LogNormal followers, double active, long famousAt) {
        double pulled = followers.sumFrom((double) famousAt) * active;
        double all = followers.sumFrom(0) * active;
        double longest = Math.max(0, Math.min(famousAt - 1, followers.largest()));
        return new Fame(famousAt, followers.countsFrom((double) famousAt), all - pulled, pulled, longest * active);
    }

    /**
     * By a graph, follow by follow.
     *
     * @param times how many users each user of the graph stands for
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

    /** Deliveries a second. */
    double deliveries(Workload workload) {
        return workload.tweets() * pushed / workload.users();
    }

    /** Lists merged into a page, on average. */
    double listsARead(Workload workload) {
        return pulled / workload.activeUsers();
    }
}
