package social.roost.app;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What searches should find, kept as simply as possible: everything that was done. Users and tweets are ids. */
final class SearchModel {
    /** The viewer who is not logged in. */
    static final long VISITOR = 0;

    private final Map<Long, Tweet> tweets = new TreeMap<>(Comparator.reverseOrder());
    private final Map<Long, String> names = new TreeMap<>();
    private final Set<Long> suspended = new HashSet<>();
    private final Set<Pair> follows = new HashSet<>();
    private final Set<Pair> blocks = new HashSet<>();
    private final Set<Pair> mutes = new HashSet<>();

    /**
     * A tweet.
     *
     * @param tags each once, in lower case
     */
    record Tweet(long id, long author, Set<String> words, Set<String> tags, boolean isReply) {}

    /** A hashtag in lower case, and how many tweets have it. */
    record Tag(String key, long tweets) {}

    private record Pair(long user, long other) {}

    void post(Tweet tweet) {
        tweets.put(tweet.id(), tweet);
    }

    void delete(long tweet) {
        tweets.remove(tweet);
    }

    /** Also for a user who is new. */
    void rename(long user, String name) {
        names.put(user, name);
    }

    void suspend(long user, boolean on) {
        set(suspended, user, on);
    }

    void follow(long user, long other, boolean on) {
        set(follows, new Pair(user, other), on);
    }

    void mute(long user, long other, boolean on) {
        set(mutes, new Pair(user, other), on);
    }

    void block(long user, long other, boolean on) {
        set(blocks, new Pair(user, other), on);
        if (on) {
            follow(user, other, false);
            follow(other, user, false);
        }
    }

    private static <T> void set(Set<T> set, T member, boolean present) {
        if (present) {
            set.add(member);
        } else {
            set.remove(member);
        }
    }

    boolean isSuspended(long user) {
        return suspended.contains(user);
    }

    boolean eitherBlocks(long user, long other) {
        return blocks.contains(new Pair(user, other)) || blocks.contains(new Pair(other, user));
    }

    private boolean hides(long viewer, long user) {
        return isSuspended(user) || eitherBlocks(viewer, user) || mutes.contains(new Pair(viewer, user));
    }

    /** Tweets that exist, the latest first. */
    List<Tweet> tweets(Predicate<Tweet> which) {
        return tweets.values().stream().filter(which).toList();
    }

    /** The tweets that a viewer finds, the latest first. */
    List<Long> found(long viewer, Predicate<Tweet> which) {
        return tweets(which.and(tweet -> !hides(viewer, tweet.author()))).stream()
                .map(Tweet::id)
                .toList();
    }

    /** The users with such a name whom a viewer finds, in the order of a search. */
    List<Long> users(long viewer, Predicate<String> which) {
        return names.keySet().stream()
                .filter(user -> which.test(names.get(user)) && !hides(viewer, user))
                .sorted(Comparator.comparing((Long user) -> !follows.contains(new Pair(viewer, user)))
                        .thenComparing(Comparator.comparingLong(this::followers).reversed())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private long followers(long user) {
        return follows.stream().filter(follow -> follow.other() == user).count();
    }

    /** The hashtags that everyone finds: the very same first, then those that most tweets have. */
    List<Tag> tags(String typed, Predicate<String> which) {
        Map<String, Long> counts = new HashMap<>();
        tweets(tweet -> !isSuspended(tweet.author()))
                .forEach(tweet -> tweet.tags().stream().filter(which).forEach(tag -> counts.merge(tag, 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(count -> new Tag(count.getKey(), count.getValue()))
                .sorted(Comparator.comparing((Tag tag) -> !tag.key().equals(typed))
                        .thenComparing(Comparator.comparingLong(Tag::tweets).reversed())
                        .thenComparing(Tag::key))
                .toList();
    }
}
