package social.roost.loadgen;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Accounts that try to make a trend.
 *
 * @param start the first minute
 * @param tweets the number of tweets
 */
record PlantedSpam(int number, Kind kind, int accounts, long start, int minutes, int tweets) {
    static final int COUNT = 20;

    enum Kind {
        /** A few accounts, with hundreds of tweets. */
        LOUD,
        /** Many accounts of less than a day. */
        YOUNG,
        /** Many older accounts with the same text, within 90 seconds. */
        SAME_TEXT
    }

    static List<PlantedSpam> all(SplittableRandom random) {
        return IntStream.range(0, COUNT).mapToObj(i -> of(i, random)).toList();
    }

    private static PlantedSpam of(int number, SplittableRandom random) {
        long start = TrendTraffic.LAST_DAY + 30 + random.nextInt(TrendTraffic.DAY - 90);
        return switch (Kind.values()[number % 3]) {
            case LOUD ->
                new PlantedSpam(
                        number,
                        Kind.LOUD,
                        1 + random.nextInt(4),
                        start,
                        10 + random.nextInt(20),
                        200 + random.nextInt(800));
            case YOUNG -> {
                int accounts = 20 + random.nextInt(130);
                yield new PlantedSpam(number, Kind.YOUNG, accounts, start, 5 + random.nextInt(15), accounts * 3);
            }
            case SAME_TEXT -> {
                int accounts = 40 + random.nextInt(160);
                yield new PlantedSpam(number, Kind.SAME_TEXT, accounts, start, 2, accounts);
            }
        };
    }

    String name() {
        return "#spam" + number;
    }

    boolean isYoung() {
        return kind == Kind.YOUNG;
    }

    /** Tweets per minute. */
    double rate(long minute) {
        if (minute < start || minute >= start + minutes) {
            return 0;
        }
        // 90 seconds: all of the first minute and half of the second.
        return kind == Kind.SAME_TEXT ? tweets * (minute == start ? 2 : 1) / 3.0 : (double) tweets / minutes;
    }
}
