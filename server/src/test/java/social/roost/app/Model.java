package social.roost.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import social.roost.app.ModelClient.Account;

/** What Roost should show, kept as simply as possible: all follows, all tweets, and each question answered by looking at all. */
final class Model {
    private final List<Tweet> tweets = new ArrayList<>();
    private final Set<Long> deleted = new HashSet<>();
    private final Map<Account, Map<Account, Follow>> follows = new HashMap<>();

    /** So many tweets have reached all timelines that they belong to. */
    private int delivered;

    void post(Account author, long id) {
        tweets.add(new Tweet(id, author, tweets.size()));
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

    /** All events were consumed. */
    void quiesced() {
        delivered = tweets.size();
    }

    boolean follows(Account reader, Account author) {
        return of(reader).containsKey(author);
    }

    /** The home timeline once all is delivered. */
    List<Long> home(Account reader) {
        return newestFirst(tweet -> isShown(reader, tweet));
    }

    /** What the home timeline must hold although there may be tweets on their way: what was delivered, own, or posted before the follow. */
    List<Long> certainHome(Account reader) {
        return newestFirst(tweet -> isShown(reader, tweet) && isCertain(reader, tweet));
    }

    List<Long> by(Account author) {
        return newestFirst(tweet -> tweet.author().equals(author));
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

    private boolean isShown(Account reader, Tweet tweet) {
        return !deleted.contains(tweet.id()) && (tweet.author().equals(reader) || follows(reader, tweet.author()));
    }

    private boolean isCertain(Account reader, Tweet tweet) {
        Follow follow = of(reader).get(tweet.author());
        return follow == null || tweet.number() < Math.max(delivered, follow.tweetsBefore());
    }

    private Map<Account, Follow> of(Account reader) {
        return follows.computeIfAbsent(reader, id -> new HashMap<>());
    }

    private List<Long> newestFirst(Predicate<Tweet> which) {
        return tweets.stream()
                .filter(tweet -> !deleted.contains(tweet.id()))
                .filter(which)
                .map(Tweet::id)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** By the clock, which tests set back: the newest edge is not always the last. */
    private static List<Long> newestEdgesFirst(Map<Account, Follow> edges) {
        return edges.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Account, Follow>>comparingLong(
                                edge -> edge.getValue().at())
                        .thenComparingLong(edge -> edge.getKey().id())
                        .reversed())
                .map(edge -> edge.getKey().id())
                .toList();
    }

    private record Tweet(long id, Account author, int number) {}

    private record Follow(long at, int tweetsBefore) {}
}
