package social.roost.loadgen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A topic that suddenly becomes popular. Its tweets per minute ascend for some minutes, remain, and halve again and
 * again.
 *
 * @param names the hashtag, and other spellings by the same authors
 * @param location where all of its authors are from; empty if from everywhere
 * @param start the first minute
 * @param peak tweets per minute
 */
record PlantedRise(
        List<String> names, String location, long start, double peak, int ascent, int duration, double halfLife) {
    static final int COUNT = 40;

    /** 16 new topics, of which half are also phrases; 12 that have been steady; 12 new ones in one location. */
    static List<PlantedRise> all(SplittableRandom random) {
        List<PlantedRise> rises = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            boolean steady = i >= 16 && i < 28;
            String location = i < 28 ? "" : TrendAuthors.LOCATIONS.get(i % (TrendAuthors.LOCATIONS.size() - 1));
            // Ranks from 20 have up to 4 tweets in five minutes.
            List<String> names = steady
                    ? List.of("#tag" + (20 + 5 * i))
                    : i % 2 == 0
                            ? List.of("#new" + i + "event", "new" + i + " event", "new" + i, "event" + i)
                            : List.of("#new" + i);
            double authors = location.isEmpty()
                    ? 25 * Math.exp(random.nextDouble() * Math.log(16))
                    : 12 * Math.exp(random.nextDouble() * Math.log(6));
            rises.add(new PlantedRise(
                    names,
                    location,
                    TrendTraffic.LAST_DAY + 30 + random.nextInt(TrendTraffic.DAY - 150),
                    authors / 5,
                    3 + random.nextInt(12),
                    5 + random.nextInt(20),
                    10 + random.nextInt(30)));
        }
        return rises;
    }

    /** Tweets per minute, in addition to a steady topic's usual ones. */
    double rate(long minute) {
        long since = minute - start;
        if (since < 0) {
            return 0;
        }
        if (since < ascent) {
            return peak * (since + 1) / ascent;
        }
        long after = since - ascent - duration;
        return after < 0 ? peak : after > 10 * halfLife ? 0 : peak * Math.pow(0.5, after / halfLife);
    }

    /** What one tweet contains: the hashtag, the phrase with its words, or mostly both. */
    List<String> names(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> names.subList(0, 1);
            case 1 -> names.size() == 1 ? names : names.subList(1, names.size());
            default -> names;
        };
    }

    Set<String> allNames() {
        return Set.copyOf(names);
    }
}
