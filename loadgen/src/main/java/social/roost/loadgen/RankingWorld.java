package social.roost.loadgen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Three days of generated tweets, with readers whose true interests are known. Readers follow authors of topics that they
 * care about, popular authors, and a few friends. They visit now and then, see some tweets, and like, retweet and reply
 * to them as they care about their topic and their author, and as the tweets are good. Nothing of this is known to what
 * ranks: it sees the counts.
 */
final class RankingWorld {
    static final long NOW = 1_800_000_000_000L;
    static final long HOUR = 3_600_000;

    private static final long BEGIN = NOW - 72 * HOUR;
    private static final int TOPICS = 12;
    private static final int AUTHORS = 300;
    private static final int READERS = 3_000;
    private static final int FOLLOWEES = 60;
    private static final int FRIENDS = 5;
    private static final double TWEETS_A_DAY = 8;

    /** Which share of the tweets a reader sees. */
    private static final double SEEN = 0.3;

    /** The readers who are asked have been away for this long. */
    private static final long AWAY = 6 * HOUR;

    /** A tweet is relevant to a reader who would engage with it with this probability. */
    private static final double RELEVANT = 0.4;

    /** The number of readers who are asked. */
    static final int ASKED = 100;

    private final SplittableRandom random;
    private final Author[] authors = new Author[AUTHORS];
    private final Reader[] readers = new Reader[READERS];
    private final List<Post> posts = new ArrayList<>();

    /** Somebody who posts. */
    static final class Author {
        final int id;
        final int topic;
        final double popularity;
        final List<Reader> followers = new ArrayList<>();

        private Author(int id, int topic, double popularity) {
            this.id = id;
            this.topic = topic;
            this.popularity = popularity;
        }
    }

    /** Somebody who reads. */
    static final class Reader {
        final double[] interests = new double[TOPICS];
        final Set<Author> followees = new LinkedHashSet<>();
        final Set<Author> friends = new LinkedHashSet<>();
        final List<Act> acts = new ArrayList<>();
        final Set<Long> seen = new HashSet<>();
        final boolean isAsked;

        private Reader(boolean isAsked) {
            this.isAsked = isAsked;
        }
    }

    /** What a reader did. */
    record Act(Post post, What what, long at) {}

    /** Kinds of acts. */
    enum What {
        LIKE,
        RETWEET,
        REPLY,
        QUOTE
    }

    /** A tweet and what happened to it. */
    static final class Post {
        final long id;
        final Author author;
        final int topic;
        final double quality;
        final long at;
        final Map<What, Integer> acts = new EnumMap<>(What.class);
        int impressions;
        int opens;

        private Post(long id, Author author, int topic, double quality, long at) {
            this.id = id;
            this.author = author;
            this.topic = topic;
            this.quality = quality;
            this.at = at;
        }

        int count(What what) {
            return acts.getOrDefault(what, 0);
        }
    }

    RankingWorld(long seed) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < AUTHORS; i++) {
            authors[i] = new Author(i, random.nextInt(TOPICS), Math.exp(1.2 * gaussian()));
        }
        for (int i = 0; i < READERS; i++) {
            readers[i] = reader(i < ASKED);
        }
        for (Author author : authors) {
            post(author);
        }
        posts.sort(Comparator.comparingLong(post -> post.at));
        posts.forEach(this::show);
    }

    /** Readers who have been away for some hours. */
    List<Reader> asked() {
        return List.of(readers).subList(0, ASKED);
    }

    /** The tweets that a reader's home timeline has, the newest first. */
    List<Post> timeline(Reader reader) {
        return posts.reversed().stream()
                .filter(post -> reader.followees.contains(post.author))
                .limit(800)
                .toList();
    }

    /** All tweets of an author. */
    List<Post> of(Author author) {
        return posts.stream().filter(post -> post.author == author).toList();
    }

    List<Author> authors() {
        return List.of(authors);
    }

    /** Whether the reader would want to see a tweet now: cares about it, and has not seen it. */
    static boolean isRelevant(Reader reader, Post post) {
        return wants(reader, post) >= RELEVANT && !reader.seen.contains(post.id);
    }

    /** The probability of some engagement. */
    private static double wants(Reader reader, Post post) {
        double interest = reader.interests[post.topic] + (reader.friends.contains(post.author) ? 0.5 : 0);
        return Math.min(1, interest) * post.quality;
    }

    private Reader reader(boolean isAsked) {
        Reader reader = new Reader(isAsked);
        Arrays.fill(reader.interests, 0.05);
        for (int i = 0; i < 3; i++) {
            reader.interests[random.nextInt(TOPICS)] = 0.4;
        }
        for (int i = 0; i < 2; i++) {
            reader.interests[random.nextInt(TOPICS)] = 0.9;
        }
        while (reader.followees.size() < FOLLOWEES) {
            Author author = popular();
            if (random.nextDouble() < 0.25 + reader.interests[author.topic]) {
                follow(reader, author);
            }
        }
        while (reader.friends.size() < FRIENDS) {
            Author friend = authors[random.nextInt(AUTHORS)];
            if (reader.friends.add(friend)) {
                follow(reader, friend);
            }
        }
        return reader;
    }

    private static void follow(Reader reader, Author author) {
        if (reader.followees.add(author)) {
            author.followers.add(reader);
        }
    }

    private Author popular() {
        while (true) {
            Author author = authors[random.nextInt(AUTHORS)];
            if (random.nextDouble() * 20 < author.popularity) {
                return author;
            }
        }
    }

    private void post(Author author) {
        double perDay = TWEETS_A_DAY * Math.exp(0.7 * gaussian());
        for (double at = BEGIN; at < NOW; ) {
            at += -Math.log(1 - random.nextDouble()) / perDay * 24 * HOUR;
            if (at < NOW) {
                int topic = random.nextDouble() < 0.7 ? author.topic : random.nextInt(TOPICS);
                posts.add(new Post(
                        ((long) at - BEGIN) * 512 + author.id, author, topic, Math.sqrt(random.nextDouble()), (long)
                                at));
            }
        }
    }

    /** To the followers who visit before it is too old. */
    private void show(Post post) {
        for (Reader reader : post.author.followers) {
            long at = post.at + (long) (-Math.log(1 - random.nextDouble()) * 2 * HOUR);
            boolean isAway = reader.isAsked && at > NOW - AWAY;
            if (at < NOW && !isAway && random.nextDouble() < SEEN) {
                look(reader, post, at);
            }
        }
    }

    private void look(Reader reader, Post post, long at) {
        double wanted = wants(reader, post);
        post.impressions++;
        boolean _ = reader.seen.add(post.id);
        act(reader, post, What.LIKE, at, 0.3 * wanted);
        act(reader, post, What.RETWEET, at, 0.05 * wanted);
        act(reader, post, What.REPLY, at, 0.05 * wanted);
        act(reader, post, What.QUOTE, at, 0.01 * wanted);
        if (random.nextDouble() < 0.15 * wanted) {
            post.opens++;
        }
    }

    private void act(Reader reader, Post post, What what, long at, double probability) {
        if (random.nextDouble() < probability) {
            int _ = post.acts.merge(what, 1, Integer::sum);
            reader.acts.add(new Act(post, what, at));
        }
    }

    private double gaussian() {
        return random.nextGaussian();
    }
}
