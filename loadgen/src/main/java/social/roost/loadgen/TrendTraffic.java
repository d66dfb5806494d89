package social.roost.loadgen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Generated tweets for the detection of trends, the same for the same seed: three ordinary days, then one with planted
 * rises and spam.
 *
 * <p>Ordinary are hashtags and words with natural frequencies (Zipf), more by day than by night, topics that are popular
 * at the same time every day, and shows that start every evening. Some authors post much more than others.
 */
final class TrendTraffic {
    static final long FIRST_MINUTE = Instant.parse("2026-03-02T00:00:00Z").getEpochSecond() / 60;
    static final int DAY = 1_440;
    static final int ORDINARY_DAYS = 3;

    /** When the day with the rises begins. */
    static final long LAST_DAY = FIRST_MINUTE + (long) DAY * ORDINARY_DAYS;

    static final long END = LAST_DAY + DAY;

    private static final double TWEETS_PER_MINUTE = 550;
    private static final int TAGS = 20_000;
    private static final int WORDS = 50_000;
    private static final int SHOWS = 20;
    private static final int CYCLES = 40;

    private final long seed;
    private final TrendAuthors authors;
    private final List<DailyTopic> daily;
    private final List<PlantedRise> rises;
    private final List<PlantedSpam> spam;

    TrendTraffic(long seed) {
        this.seed = seed;
        authors = new TrendAuthors(seed);
        SplittableRandom random = random(1);
        daily = IntStream.range(0, SHOWS + CYCLES)
                .mapToObj(i -> DailyTopic.of(i, i < SHOWS, random))
                .toList();
        rises = PlantedRise.all(random(2));
        spam = PlantedSpam.all(random(3));
    }

    /**
     * A tweet.
     *
     * @param young whether its account is less than a day old
     * @param text equal for equal texts
     * @param location empty if unknown
     * @param topics hashtags with their sign, and phrases
     */
    record Tweet(long atMillis, long author, boolean young, int text, String location, List<String> topics) {}

    List<PlantedRise> rises() {
        return rises;
    }

    List<PlantedSpam> spam() {
        return spam;
    }

    /** All tweets of a minute, in the order of their times. */
    List<Tweet> minute(long minute) {
        SplittableRandom random = random(1_000 + minute);
        List<Tweet> tweets = new ArrayList<>();
        double activity = activity(minute);
        repeat(random, TWEETS_PER_MINUTE * activity, () -> tweets.add(ordinary(minute, random)));
        for (DailyTopic topic : daily) {
            repeat(random, topic.rate(minute, seed), () -> tweets.add(about(minute, random, List.of(topic.name()))));
        }
        if (minute >= LAST_DAY) {
            for (PlantedRise rise : rises) {
                repeat(random, rise.rate(minute), () -> tweets.add(of(rise, minute, random)));
            }
            for (PlantedSpam wave : spam) {
                repeat(random, wave.rate(minute), () -> tweets.add(of(wave, minute, random)));
            }
        }
        tweets.sort(Comparator.comparingLong(Tweet::atMillis));
        return tweets;
    }

    void forEachMinute(Consumer<List<Tweet>> consumer) {
        for (long minute = FIRST_MINUTE; minute < END; minute++) {
            consumer.accept(minute(minute));
        }
    }

    private SplittableRandom random(long purpose) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose * 0xD1342543DE82EF95L);
    }

    /** From 0.4 at night to 1.6. */
    static double activity(long minute) {
        return 1 - 0.6 * Math.cos(2 * Math.PI * ((minute % DAY) / (double) DAY - 0.15));
    }

    private Tweet ordinary(long minute, SplittableRandom random) {
        List<String> topics = new ArrayList<>();
        if (random.nextInt(5) < 2) {
            topics.add("#tag" + rank(random, TAGS));
        }
        addWords(topics, random);
        return tweet(minute, authors.any(random), random, random.nextInt(), topics);
    }

    private Tweet about(long minute, SplittableRandom random, List<String> names) {
        List<String> topics = new ArrayList<>(names);
        addWords(topics, random);
        return tweet(minute, authors.any(random), random, random.nextInt(), topics);
    }

    private Tweet of(PlantedRise rise, long minute, SplittableRandom random) {
        long author = rise.location().isEmpty() ? authors.any(random) : authors.from(rise.location(), random);
        List<String> topics = new ArrayList<>(rise.names(random));
        addWords(topics, random);
        return tweet(minute, author, random, random.nextInt(), topics);
    }

    private Tweet of(PlantedSpam wave, long minute, SplittableRandom random) {
        long author = authors.bot(wave.number(), random.nextInt(wave.accounts()));
        List<String> topics = new ArrayList<>(List.of(wave.name()));
        if (wave.kind() != PlantedSpam.Kind.SAME_TEXT) {
            addWords(topics, random);
            return new Tweet(
                    at(minute, random), author, wave.isYoung(), random.nextInt(), authors.locationOf(author), topics);
        }
        topics.add("buy offer" + wave.number());
        return new Tweet(at(minute, random), author, false, wave.number(), authors.locationOf(author), topics);
    }

    private Tweet tweet(long minute, long author, SplittableRandom random, int text, List<String> topics) {
        return new Tweet(
                at(minute, random),
                author,
                authors.isYoung(author, minute / DAY),
                text,
                authors.locationOf(author),
                topics);
    }

    private static long at(long minute, SplittableRandom random) {
        return minute * 60_000 + random.nextInt(60_000);
    }

    /** Words next to each other, and the phrases that they make. */
    private static void addWords(List<String> topics, SplittableRandom random) {
        String before = "";
        int words = 2 + random.nextInt(3);
        for (int i = 0; i < words; i++) {
            String word = "word" + rank(random, WORDS);
            topics.add(word);
            if (i > 0) {
                topics.add(before + " " + word);
            }
            before = word;
        }
    }

    /** The lower a rank, the more frequent. */
    static int rank(SplittableRandom random, int most) {
        return (int) Math.exp(random.nextDouble() * Math.log(most)) - 1;
    }

    /** As often as a Poisson process with this mean. */
    private static void repeat(SplittableRandom random, double mean, Runnable action) {
        for (double at = gap(random); at < mean; at += gap(random)) {
            action.run();
        }
    }

    private static double gap(SplittableRandom random) {
        return -Math.log(1 - random.nextDouble());
    }
}
