package social.roost.app;

import java.util.stream.IntStream;
import social.roost.base.config.Setting;

/** How the JVM's heap is divided, in percent of its maximum. The rest is for requests in progress. */
public record MemorySettings(
        @Setting(value = "30", help = "Percentage of the heap for home timelines.")
        int timelines,

        @Setting(value = "20", help = "Percentage of the heap for cached tweets.")
        int tweets,

        @Setting(value = "10", help = "Percentage of the heap for cached follows.")
        int graph,

        @Setting(value = "2", help = "Percentage of the heap for cached blocks and mutes.")
        int blocks,

        @Setting(value = "1", help = "Percentage of the heap for cached muted words.")
        int mutedWords,

        @Setting(value = "5", help = "Percentage of the heap for cached profiles.")
        int users,

        @Setting(value = "2", help = "Percentage of the heap for recent tweets of famous authors.")
        int famous,

        @Setting(value = "2", help = "Percentage of the heap for cached likes, retweets and bookmarks of users.")
        int marks,

        @Setting(value = "1", help = "Percentage of the heap for cached cards of links.")
        int cards,

        @Setting(value = "2", help = "Percentage of the heap for cached media.")
        int media,

        @Setting(value = "2", help = "Percentage of the heap for lists and the recent tweets of their members.")
        int lists) {

    public MemorySettings {
        int[] shares = {timelines, tweets, graph, blocks, mutedWords, users, famous, marks, cards, media, lists};
        int sum = IntStream.of(shares).sum();
        if (IntStream.of(shares).anyMatch(share -> share < 1) || sum > 80) {
            throw new IllegalArgumentException("each share must be at least 1 and their sum at most 80, not " + sum);
        }
    }

    /** A share in bytes. */
    long bytes(int percent) {
        return Runtime.getRuntime().maxMemory() / 100 * percent;
    }
}
