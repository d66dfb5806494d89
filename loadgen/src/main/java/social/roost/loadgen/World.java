package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Users, whom they follow, and which of them are authors and readers in a measurement.
 *
 * @param graph of all users
 * @param authors users 0 to this one, exclusive, post
 * @param firstReader users from this one on read
 * @param famousAt the follower count that makes an author famous
 */
record World(FollowGraph graph, int authors, int firstReader, int famousAt) {

    /**
     * Readers who follow ordinary authors and a few famous ones.
     *
     * @param followees authors that each reader follows, including famous ones
     * @param famous authors whom all readers follow
     */
    static World of(int readers, int authors, int followees, int famous) {
        return grouped(readers, authors - famous, followees, famous);
    }

    /**
     * Groups of readers that differ in how many famous authors they follow.
     *
     * @param famousOf for each group, how many of the famous authors its readers follow, descending
     */
    static World grouped(int readersOfGroup, int ordinary, int followees, int... famousOf) {
        int famous = Arrays.stream(famousOf).max().orElse(0);
        FollowGraph graph = FollowGraph.regular(famous, ordinary, followees, readersOfGroup, famousOf);
        int leastOfFamous = famous == 0 ? graph.users() : graph.followersOf(famous - 1);
        return new World(graph, famous + ordinary, famous + ordinary, leastOfFamous);
    }

    /** A graph with a natural distribution: the most followed users are authors, all others may read. */
    static World natural(FollowGraph graph, int authors, int famousAt) {
        return new World(graph, authors, authors, famousAt);
    }

    int readers() {
        return graph.users() - firstReader;
    }

    /** Writes the follows for an import, authors and some of their followers first. */
    void write(Path file) throws IOException {
        graph.write(file, authors);
    }
}
