package social.roost.loadgen;

import java.util.SplittableRandom;

/**
 * A topic that is popular at the same time every day: either for half the day, or for an hour like a show on television.
 *
 * @param start the minute of the day
 * @param peak tweets per minute
 */
record DailyTopic(String name, int start, int minutes, double peak) {

    static DailyTopic of(int number, boolean show, SplittableRandom random) {
        int start = random.nextInt(TrendTraffic.DAY);
        return show
                ? new DailyTopic("#show" + number, start, 30 + random.nextInt(60), 8 + random.nextInt(30))
                : new DailyTopic("#daily" + number, start, 720, 3 + random.nextInt(20));
    }

    /** Tweets per minute. Each day, it starts some minutes earlier or later and is more or less popular. */
    double rate(long minute, long seed) {
        long day = Math.floorDiv(minute - start + 10, (long) TrendTraffic.DAY);
        SplittableRandom random = new SplittableRandom(seed + name.hashCode() * 31L + day);
        double size = 0.7 + 0.6 * random.nextDouble();
        long since = minute - day * TrendTraffic.DAY - start - random.nextInt(7) + 3;
        if (since < 0 || since >= minutes) {
            return 0;
        }
        return peak * size * Math.sin(Math.PI * (since + 0.5) / minutes);
    }
}
