package social.roost.loadgen;

import java.util.List;
import java.util.SplittableRandom;

/** Who posts generated tweets, and from where. */
final class TrendAuthors {
    /** Where authors are from; an empty one stands for those who do not tell. */
    static final List<String> LOCATIONS = List.of("US", "JP", "BR", "DE", "FR", "");

    private static final int AUTHORS = 100_000;
    private static final long BOTS = 1_000_000_000;
    private static final int YOUNG_PER_MILLE = 8;

    private final long seed;

    TrendAuthors(long seed) {
        this.seed = seed;
    }

    /** Half of the tweets are by a quarter of the authors. */
    long any(SplittableRandom random) {
        double share = random.nextDouble();
        return (long) (AUTHORS * share * share);
    }

    long from(String location, SplittableRandom random) {
        long author = any(random);
        while (!locationOf(author).equals(location)) {
            author = any(random);
        }
        return author;
    }

    /** One of the accounts of a spammer. */
    long bot(int spammer, int number) {
        return BOTS + spammer * 10_000L + number;
    }

    String locationOf(long author) {
        return LOCATIONS.get((int) Math.floorMod(mix(author), (long) LOCATIONS.size()));
    }

    boolean isYoung(long author, long day) {
        return Math.floorMod(mix(author * 31 + day), 1_000L) < YOUNG_PER_MILLE;
    }

    private long mix(long value) {
        return new SplittableRandom(seed + value).nextLong();
    }
}
