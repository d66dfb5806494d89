package social.roost.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.app.ModelClient.Account;

/**
 * What Roost should show, kept as simply as possible: everything that was done; every question is answered by a full
 * scan.
 */
final class Model {
    private static final int WINDOW = 40;

    private final List<Tweet> tweets = new ArrayList<>();
    private final Set<Long> deleted = new HashSet<>();
    private final Map<Account, Map<Account, Follow>> follows = new HashMap<>();
    private final Set<Pair> blocks = new HashSet<>();
    private final Set<Pair> mutes = new HashSet<>();
    private final Map<Long, Set<Account>> likes = new HashMap<>();
    private final Map<Account, Set<Long>> bookmarks = new HashMap<>();

    /** This many tweets have reached all timelines to which they belong. */
    private int delivered;

    /** Adds a tweet, or a reply, a retweet or a quote. */
    Tweet post(Account author, long id, @Nullable Tweet replyTo, @Nullable Tweet retweetOf, @Nullable Tweet quoteOf) {
        Tweet tweet = new Tweet(id, author, tweets.size(), replyTo, retweetOf, quoteOf);
        tweets.add(tweet);
        return tweet;
    }

    void delete(long id) {
        deleted.add(id);
    }

    void follow(Account reader, Account author, long now) {
        of(reader).putIfAbsent(author, new Follow(now, tweets.size()));
    }

    void unfollow(Account reader, Account author) {
        of(reader).remove(author);
    }

    void block(Account user, Account other) {
        blocks.add(new Pair(user, other));
        unfollow(user, other);
        unfollow(other, user);
    }

    void unblock(Account user, Account other) {
        blocks.remove(new Pair(user, other));
    }

    void mute(Account user, Account other) {
        mutes.add(new Pair(user, other));
    }

    void unmute(Account user, Account other) {
        mutes.remove(new Pair(user, other));
    }

    void like(Account user, long tweet, boolean now) {
        set(likes.computeIfAbsent(tweet, _ -> new HashSet<>()), user, now);
    }

    void bookmark(Account user, long tweet, boolean now) {
        set(bookmarks.computeIfAbsent(user, _ -> new TreeSet<>()), tweet, now);
    }

    private static <T> void set(Set<T> set, T member, boolean present) {
        if (present) {
            set.add(member);
        } else {
            set.remove(member);
        }
    }

    /** All events were consumed. */
    void quiesced() {
        delivered = tweets.size();
    }

    boolean follows(Account reader, Account author) {
        return of(reader).containsKey(author);
    }

    boolean blocks(Account user, Account other) {
        return blocks.contains(new Pair(user, other));
    }

    boolean mutes(Account user, Account other) {
        return mutes.contains(new Pair(user, other));
    }

    boolean eitherBlocks(Account user, Account other) {
        return blocks(user, other) || blocks(other, user);
    }

    /** Existing tweets, without retweets. */
    List<Tweet> originals() {
        return tweets.stream()
                .filter(tweet -> tweet.retweetOf() == null && isThere(tweet))
                .toList();
    }

    /** All that were ever created. */
    List<Long> retweets() {
        return tweets.stream()
                .filter(tweet -> tweet.retweetOf() != null)
                .map(Tweet::id)
                .toList();
    }

    @Nullable
    Tweet retweet(Account author, Tweet original) {
        return tweets.stream()
                .filter(tweet -> isThere(tweet) && tweet.author().equals(author) && original.equals(tweet.retweetOf()))
                .findAny()
                .orElse(null);
    }

    boolean likes(Account user, long tweet) {
        return likes.getOrDefault(tweet, Set.of()).contains(user);
    }

    Collection<Long> bookmarks(Account user) {
        return bookmarks.getOrDefault(user, Set.of()).stream()
                .filter(id -> !deleted.contains(id) && !isHidden(user, tweet(id).author()))
                .toList();
    }

    /** Likes, retweets, replies and quotes. */
    List<Integer> counts(Tweet tweet) {
        return List.of(
                likes.getOrDefault(tweet.id(), Set.of()).size(),
                (int) there().filter(other -> tweet.equals(other.retweetOf())).count(),
                replyCount(tweet),
                quotes(tweet).size());
    }

    int replyCount(Tweet tweet) {
        return (int) there().filter(other -> tweet.equals(other.replyTo())).count();
    }

    List<Long> quotes(Tweet tweet) {
        return newestFirst(other -> tweet.equals(other.quoteOf()));
    }

    /** The replies to a tweet that an anonymous viewer sees, including deleted ones with replies. */
    List<Long> replies(Tweet tweet) {
        return tweets.stream()
                .filter(other -> tweet.equals(other.replyTo()))
                .filter(reply -> isThere(reply) || replyCount(reply) > 0)
                .map(Tweet::id)
                .sorted()
                .toList();
    }

    /** The home timeline after all deliveries. */
    List<Long> home(Account reader) {
        List<Tweet> candidates = candidates(reader);
        List<Long> home = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Tweet tweet = candidates.get(i);
            List<Tweet> below = candidates.subList(i + 1, Math.min(candidates.size(), i + 1 + WINDOW));
            if (tweet.retweetOf() == null || below.stream().noneMatch(tweet::isAboutTheSame)) {
                home.add(tweet.id());
            }
        }
        return home;
    }

    /** What the home timeline may contain while tweets are being delivered. */
    List<Long> possibleHome(Account reader) {
        return candidates(reader).stream().map(Tweet::id).toList();
    }

    /**
     * What the home timeline must contain while tweets are being delivered: delivered tweets, own ones, and those
     * posted before the follow. A retweet may be left out if something like it is below.
     */
    List<Long> certainHome(Account reader) {
        List<Tweet> candidates = candidates(reader);
        return candidates.stream()
                .filter(tweet -> isCertain(reader, tweet))
                .filter(tweet -> tweet.retweetOf() == null
                        || candidates.stream()
                                .noneMatch(other -> other.id() < tweet.id() && tweet.isAboutTheSame(other)))
                .map(Tweet::id)
                .toList();
    }

    /** Whether a tweet belongs in a home timeline, repetitions apart. */
    boolean isCandidate(Account reader, Tweet tweet) {
        if (!isThere(tweet) || isHidden(reader, tweet.author())) {
            return false;
        }
        if (tweet.retweetOf() != null && isHidden(reader, tweet.retweetOf().author())) {
            return false;
        }
        return tweet.author().equals(reader) || (follows(reader, tweet.author()) && isNear(reader, tweet));
    }

    private boolean isNear(Account reader, Tweet tweet) {
        if (tweet.replyTo() == null) {
            return true;
        }
        Account answered = tweet.replyTo().author();
        return answered.equals(tweet.author()) || answered.equals(reader) || follows(reader, answered);
    }

    private boolean isHidden(Account reader, Account author) {
        return eitherBlocks(reader, author) || mutes(reader, author);
    }

    private List<Tweet> candidates(Account reader) {
        return tweets.stream()
                .filter(tweet -> isCandidate(reader, tweet))
                .sorted(Comparator.comparingLong(Tweet::id).reversed())
                .toList();
    }

    /** What a search by a viewer finds. */
    List<Long> found(Account viewer, Predicate<Tweet> which) {
        return newestFirst(
                tweet -> tweet.retweetOf() == null && !isHidden(viewer, tweet.author()) && which.test(tweet));
    }

    List<Long> by(Account author) {
        return newestFirst(tweet -> tweet.author().equals(author));
    }

    List<Long> withoutReplies(Account author) {
        return newestFirst(tweet -> tweet.author().equals(author)
                && (tweet.replyTo() == null || tweet.replyTo().author().equals(author)));
    }

    List<Long> following(Account reader) {
        return newestEdgesFirst(of(reader));
    }

    List<Long> followers(Account author) {
        Map<Account, Follow> followers = new HashMap<>();
        follows.forEach((reader, followees) -> {
            if (followees.containsKey(author)) {
                followers.put(reader, followees.get(author));
            }
        });
        return newestEdgesFirst(followers);
    }

    private boolean isCertain(Account reader, Tweet tweet) {
        Follow follow = of(reader).get(tweet.author());
        return follow == null || tweet.number() < Math.max(delivered, follow.tweetsBefore());
    }

    private boolean isThere(Tweet tweet) {
        return !deleted.contains(tweet.id())
                && (tweet.retweetOf() == null
                        || !deleted.contains(tweet.retweetOf().id()));
    }

    private Stream<Tweet> there() {
        return tweets.stream().filter(this::isThere);
    }

    private Tweet tweet(long id) {
        return tweets.stream().filter(tweet -> tweet.id() == id).findAny().orElseThrow();
    }

    private Map<Account, Follow> of(Account reader) {
        return follows.computeIfAbsent(reader, id -> new HashMap<>());
    }

    private List<Long> newestFirst(Predicate<Tweet> which) {
        return there().filter(which)
                .map(Tweet::id)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** By the clock, which tests set back: the newest edge is not always the last one. */
    private static List<Long> newestEdgesFirst(Map<Account, Follow> edges) {
        return edges.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Account, Follow>>comparingLong(
                                edge -> edge.getValue().at())
                        .thenComparingLong(edge -> edge.getKey().id())
                        .reversed())
                .map(edge -> edge.getKey().id())
                .toList();
    }

    /** A tweet, identified by its id. */
    record Tweet(
            long id,
            Account author,
            int number,
            @Nullable Tweet replyTo,
            @Nullable Tweet retweetOf,
            @Nullable Tweet quoteOf) {

        boolean isAboutTheSame(Tweet other) {
            return Objects.requireNonNullElse(retweetOf, this)
                    .equals(Objects.requireNonNullElse(other.retweetOf, other));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tweet tweet && tweet.id == id;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }
    }

    private record Follow(long at, int tweetsBefore) {}

    private record Pair(Account user, Account other) {}
}
