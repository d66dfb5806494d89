package social.roost.e2e;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a server must contain because it has acknowledged it: tweets, deletions, follows, and messages. */
final class Ledger {
    private final TreeMap<Long, Tweet> tweets = new TreeMap<>(Comparator.reverseOrder());
    private final Set<Long> deleted = new TreeSet<>();
    private final Set<Follow> follows = new HashSet<>();
    private final Map<String, SortedMap<Long, Message>> messages = new HashMap<>();
    private final Map<String, Set<String>> conversations = new HashMap<>();
    private long answers;

    synchronized void posted(String id, String authorId, String content) {
        answers++;
        Tweet earlier = tweets.put(Long.parseLong(id), new Tweet(id, authorId, content));
        if (earlier != null || deleted.contains(Long.parseLong(id))) {
            throw new AssertionError("The id " + id + " was given twice");
        }
    }

    synchronized void deleted(String id) {
        answers++;
        tweets.remove(Long.parseLong(id));
        deleted.add(Long.parseLong(id));
    }

    synchronized void followed(Follow follow, boolean isThere) {
        answers++;
        boolean _ = isThere ? follows.add(follow) : follows.remove(follow);
    }

    synchronized void sent(Message message, String recipientId) {
        answers++;
        for (String user : List.of(message.senderId(), recipientId)) {
            boolean _ =
                    conversations.computeIfAbsent(user, _ -> new TreeSet<>()).add(message.conversationId());
        }
        Message earlier = messages.computeIfAbsent(message.conversationId(), _ -> new TreeMap<>())
                .put(message.seq(), message);
        if (earlier != null) {
            throw new AssertionError("Two messages have a place: " + message + ", " + earlier);
        }
    }

    /** The conversations of a user. */
    synchronized Set<String> conversations(String userId) {
        return Set.copyOf(conversations.getOrDefault(userId, Set.of()));
    }

    /** The messages of a conversation, newest first. */
    synchronized List<Message> messages(String conversationId) {
        return List.copyOf(
                        messages.getOrDefault(conversationId, new TreeMap<>()).values())
                .reversed();
    }

    /** The number of acknowledgements so far. */
    synchronized long answers() {
        return answers;
    }

    /** The greatest id so far, 0 if there is none. */
    synchronized long greatestId() {
        return tweets.isEmpty() ? 0 : tweets.firstKey();
    }

    /** The ids of what these authors posted after that id, newest first. */
    synchronized List<String> tweets(Collection<String> authorIds, long after) {
        return tweets.headMap(after).values().stream()
                .filter(tweet -> authorIds.contains(tweet.authorId()))
                .map(Tweet::id)
                .toList();
    }

    synchronized List<Tweet> tweetsAfter(long id) {
        return List.copyOf(tweets.headMap(id).values());
    }

    synchronized List<String> deletedAfter(long id) {
        return deleted.stream().filter(gone -> gone > id).map(gone -> "" + gone).toList();
    }

    /** One of the author's newest tweets, {@code ""} if there is none. */
    synchronized String someTweet(String authorId, Random random) {
        return tweets.values().stream()
                .filter(tweet -> tweet.authorId().equals(authorId))
                .skip(random.nextInt(3))
                .map(Tweet::id)
                .findFirst()
                .orElse("");
    }

    synchronized Set<String> following(String userId) {
        return ids(follows.stream()
                .filter(follow -> follow.follower().equals(userId))
                .map(Follow::followee));
    }

    synchronized Set<String> followers(String userId) {
        return ids(follows.stream()
                .filter(follow -> follow.followee().equals(userId))
                .map(Follow::follower));
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(TreeSet::new, Set::add, Set::addAll);
    }

    record Tweet(String id, String authorId, String content) {}

    record Follow(String follower, String followee) {}

    record Message(String conversationId, long seq, String senderId, String text) {}
}
