package social.roost.loadgen;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Who follows whom among users 0 to n - 1, in 4 bytes per follow. Synthetic, the same for the same seed, or read from a
 * file.
 *
 * <p>The follower counts of a synthetic graph are log-normal with a tail as heavy as the largest author needs, and the
 * followee counts log-normal with the same mean, like Twitter's (Myers, Sharma, Gupta, Lin, "Information Network or
 * Social Network? The Structure of the Twitter Follow Graph", WWW 2014).
 */
public final class FollowGraph {
    /** How unequal users are in how many they follow: the standard deviation of the logarithm. */
    private static final double FOLLOWING_WIDTH = 0.9;

    /**
     * Above this fraction of all users, followers are selected from the list of users instead of drawn at random until
     * enough differ.
     */
    private static final int FEW = 8;

    private static final int NAMED_FIRST = 10;

    /** The followers of user u are {@code followers[from[u]]} to {@code followers[from[u + 1] - 1]}. */
    private final int[] from;

    private final int[] followers;

    private FollowGraph(int[] from, int[] followers) {
        this.from = from;
        this.followers = followers;
    }

    /**
     * Generates a graph.
     *
     * @param mean follows for each user
     * @param largest followers of the most followed user, who is user 0; the next ones have fewer and fewer
     * @throws IllegalArgumentException if no log-normal distribution has this mean and this largest value for this
     *     number of users
     */
    public static FollowGraph synthetic(int users, double mean, int largest, long seed) {
        int[] counts = LogNormal.of(mean, largest, users).counts();
        SplittableRandom random = new SplittableRandom(seed);
        int[] from = new int[users + 1];
        for (int user = 0; user < users; user++) {
            from[user + 1] = Math.addExact(from[user], counts[user]);
        }
        int[] followers = new int[from[users]];
        int[] tickets = tickets(users, random);
        int[] seenBy = new int[users];
        Arrays.fill(seenBy, -1);
        for (int user = 0; user < users; user++) {
            if (counts[user] > users / FEW) {
                drawMany(user, followers, from[user], counts[user], users, random);
            } else {
                drawFew(user, followers, from[user], counts[user], tickets, seenBy, random);
            }
        }
        return new FollowGraph(from, followers);
    }

    /**
     * Groups of readers, each reader with the same number of followees, some of them famous. Users 0 to famous - 1 are
     * the famous authors, then come the ordinary ones, then the readers, group after group.
     *
     * @param famousOf for each group, how many of the famous authors its readers follow: the first ones
     * @throws IllegalArgumentException if there are too few authors
     */
    public static FollowGraph regular(int famous, int ordinary, int followees, int readersOfGroup, int... famousOf) {
        int[] ends = new int[2 * followees * readersOfGroup * famousOf.length];
        int size = 0;
        int stride = strideThrough(ordinary);
        for (int reader = 0; reader < readersOfGroup * famousOf.length; reader++) {
            int ofFamous = famousOf[reader / readersOfGroup];
            if (ofFamous > famous || followees - ofFamous > ordinary) {
                throw new IllegalArgumentException(
                        "A reader cannot follow %,d authors, %,d of them famous: there are only %,d and %,d"
                                .formatted(followees, ofFamous, ordinary, famous));
            }
            for (int i = 0; i < followees; i++) {
                ends[size++] = famous + ordinary + reader;
                ends[size++] = i < ofFamous ? i : famous + (int) ((reader + (i - ofFamous) * (long) stride) % ordinary);
            }
        }
        return ofEdges(famous + ordinary + readersOfGroup * famousOf.length, ends);
    }

    /** A stride that visits each author before it visits one again; neighbours share few authors. */
    private static int strideThrough(int authors) {
        BigInteger all = BigInteger.valueOf(authors);
        return IntStream.iterate(13, stride -> stride + 1)
                .filter(stride -> all.gcd(BigInteger.valueOf(stride)).equals(BigInteger.ONE))
                .findFirst()
                .orElseThrow();
    }

    /** Reads lines {@code a b} (a follows b), plain or gzip. Users are numbered in the order of appearance. */
    public static FollowGraph read(Path file) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        int[] ends = new int[1 << 16];
        int size = 0;
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] edge = line.strip().split("\\s+", -1);
                if (edge.length == 2 && !line.startsWith("#")) {
                    ends = size == ends.length ? Arrays.copyOf(ends, 2 * size) : ends;
                    ends[size++] = numbers.computeIfAbsent(edge[0], _ -> numbers.size());
                    ends[size++] = numbers.computeIfAbsent(edge[1], _ -> numbers.size());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return ofEdges(numbers.size(), Arrays.copyOf(ends, size));
    }

    private static FollowGraph ofEdges(int users, int[] ends) {
        int[] from = new int[users + 1];
        for (int i = 1; i < ends.length; i += 2) {
            from[ends[i] + 1]++;
        }
        Arrays.parallelPrefix(from, Integer::sum);
        int[] next = from.clone();
        int[] followers = new int[ends.length / 2];
        for (int i = 0; i < ends.length; i += 2) {
            followers[next[ends[i + 1]]++] = ends[i];
        }
        return new FollowGraph(from, followers);
    }

    public int users() {
        return from.length - 1;
    }

    public int follows() {
        return followers.length;
    }

    public int followersOf(int user) {
        return from[user + 1] - from[user];
    }

    /** The followee count of each user. */
    public int[] followeeCounts() {
        int[] counts = new int[users()];
        for (int follower : followers) {
            counts[follower]++;
        }
        return counts;
    }

    /** Passes the followers of a user one after the other. */
    public void forEachFollower(int user, FollowerConsumer consumer) {
        for (int i = from[user]; i < from[user + 1]; i++) {
            consumer.accept(followers[i]);
        }
    }

    /**
     * Writes it in the format of {@code roost import follows}, users numbered from 1.
     *
     * @param first this many users, and some followers of each, are named before all others
     */
    public void write(Path file, int first) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (int nth = 0; nth < NAMED_FIRST; nth++) {
                for (int user = 0; user < first; user++) {
                    write(lines, user, nth, nth + 1);
                }
            }
            for (int user = 0; user < users(); user++) {
                write(lines, user, user < first ? NAMED_FIRST : 0, Integer.MAX_VALUE);
            }
        }
    }

    /** Some of the user's followers, counted from 0. */
    private void write(BufferedWriter lines, int user, int fromFollower, int toFollower) throws IOException {
        String followee = " " + (user + 1) + "\n";
        for (int i = fromFollower; i < Math.min(toFollower, followersOf(user)); i++) {
            lines.write(Integer.toString(followers[from[user] + i] + 1));
            lines.write(followee);
        }
    }

    /** Each user occurs in it the more often, the more users they follow. */
    private static int[] tickets(int users, SplittableRandom random) {
        int[] tickets = new int[8 * users];
        int size = 0;
        double rounding = 0;
        double scale = 8 / Math.exp(FOLLOWING_WIDTH * FOLLOWING_WIDTH / 2);
        for (int user = 0; user < users; user++) {
            rounding += scale * Math.exp(FOLLOWING_WIDTH * random.nextGaussian());
            for (; rounding >= 1 && size < tickets.length; rounding--) {
                tickets[size++] = user;
            }
        }
        return size == 0 ? new int[1] : Arrays.copyOf(tickets, size);
    }

    /** Draws tickets until enough differ. */
    private static void drawFew(
            int user, int[] followers, int start, int count, int[] tickets, int[] seenBy, SplittableRandom random) {
        seenBy[user] = user;
        for (int drawn = 0; drawn < count; ) {
            int follower = tickets[random.nextInt(tickets.length)];
            if (seenBy[follower] != user) {
                seenBy[follower] = user;
                followers[start + drawn++] = follower;
            }
        }
    }

    /** Selection sampling: Knuth, "The Art of Computer Programming" volume 2, section 3.4.2, algorithm S. */
    private static void drawMany(int user, int[] followers, int start, int count, int users, SplittableRandom random) {
        int drawn = 0;
        int left = users - 1;
        for (int follower = 0; follower < users && drawn < count; follower++) {
            if (follower != user && random.nextInt(left--) < count - drawn) {
                followers[start + drawn++] = follower;
            }
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8));
    }

    /** Receives a follower. */
    @FunctionalInterface
    public interface FollowerConsumer {
        void accept(int follower);
    }
}
