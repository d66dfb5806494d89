package social.roost.app;

import java.util.stream.IntStream;
import social.roost.base.config.Setting;

/** How the JVM's heap is shared out, in percent of its maximum. What is left over is for requests in progress. */
public record MemorySettings(
        @Setting(value = "30", help = "Percent of the heap for home timelines.")
        int timelines,

        @Setting(value = "20", help = "Percent of the heap for tweets.")
        int tweets,

        @Setting(value = "10", help = "Percent of the heap for who follows whom.")
        int graph,

        @Setting(value = "2", help = "Percent of the heap for who blocks and mutes whom.")
        int blocks,

        @Setting(value = "5", help = "Percent of the heap for profiles.")
        int users,

        @Setting(value = "2", help = "Percent of the heap for the recent tweets of famous authors.")
        int famous,

        @Setting(value = "2", help = "Percent of the heap for what users have liked, retweeted and bookmarked.")
        int marks) {

    public MemorySettings {
        int[] shares = {timelines, tweets, graph, blocks, users, famous, marks};
        int sum = IntStream.of(shares).sum();
        if (IntStream.of(shares).anyMatch(share -> share < 1) || sum > 80) {
            throw new IllegalArgumentException("each share is 1 or more, and together they are 80 at most, not " + sum);
        }
    }

    /** A share in bytes. */
    long bytes(int percent) {
        return Runtime.getRuntime().maxMemory() / 100 * percent;
    }
}
