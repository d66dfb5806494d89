package social.roost.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.tweet.EditTweet;
import social.roost.tweet.PostTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.user.User;
import social.roost.user.UserStore;

/**
 * Determines whom to notify of a tweet that is not a retweet. A thread that was posted at once notifies each user once:
 * its first tweet that addresses them. This follows from the tweets alone, so it does not change when an event is
 * repeated or a tweet is deleted.
 */
public final class Addressees {
    /** Counts names, whether or not the users exist, so that the result does not change when one registers. */
    static final int MAXIMUM_MENTIONED = 50;

    /** As many as all versions of a tweet can mention. */
    private static final int MOST_FORMER = EditTweet.MOST_EDITS * MAXIMUM_MENTIONED;

    private final TweetStore tweets;
    private final UserStore users;

    public Addressees(TweetStore tweets, UserStore users) {
        this.tweets = tweets;
        this.users = users;
    }

    /** At most one notice per user: a reply takes precedence over a quote, and a quote over a mention. */
    List<Notice> of(Tweet tweet) {
        Map<Long, NotificationType> types = new LinkedHashMap<>();
        Long answered = tweet.references().replyToUserId();
        if (answered != null) {
            types.put(answered, NotificationType.REPLY);
        }
        addQuoted(tweet, types);
        addMentioned(tweet, types);
        if (tweet.continuesThread()) {
            removeAddressed(tweet, types);
        }
        return types.entrySet().stream()
                .map(each -> new Notice(each.getKey(), each.getValue(), tweet.id(), tweet.authorId()))
                .toList();
    }

    private void addQuoted(Tweet tweet, Map<Long, NotificationType> types) {
        Long quoteOf = tweet.references().quoteOfId();
        Tweet quoted = quoteOf == null ? null : tweets.findPosted(quoteOf);
        if (quoted != null) {
            types.putIfAbsent(quoted.authorId(), NotificationType.QUOTE);
        }
    }

    private void addMentioned(Tweet tweet, Map<Long, NotificationType> types) {
        mentioned(tweet)
                .flatMap(name -> users.findByUsername(name).stream())
                .map(User::id)
                .forEach(id -> types.putIfAbsent(id, NotificationType.MENTION));
    }

    /** The users with these names, in lower case. */
    Stream<Long> named(List<String> names) {
        return names.stream()
                .limit(MOST_FORMER)
                .flatMap(name -> users.findByUsername(name).stream())
                .map(User::id);
    }

    private static Stream<String> mentioned(Tweet tweet) {
        return tweet.entities().mentions().stream()
                .map(mention -> mention.username().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MAXIMUM_MENTIONED);
    }

    /** Removes those whom earlier tweets of the thread address, and the author. */
    private void removeAddressed(Tweet tweet, Map<Long, NotificationType> types) {
        types.remove(tweet.authorId());
        if (types.isEmpty()) {
            return;
        }
        List<Tweet> earlier = earlier(tweet);
        earlier.stream()
                .map(each -> each.references().replyToUserId())
                .filter(Objects::nonNull)
                .forEach(types::remove);
        quotedBy(earlier).forEach(quoted -> types.remove(quoted.authorId()));
        removeMentioned(earlier, types);
    }

    /** Compares names, because the names of these users are fewer than those that a thread can mention. */
    private void removeMentioned(List<Tweet> earlier, Map<Long, NotificationType> types) {
        Set<String> names = earlier.stream().flatMap(Addressees::mentioned).collect(Collectors.toSet());
        if (!names.isEmpty()) {
            users.find(Ids.of(types.keySet(), id -> id)).values().stream()
                    .filter(user -> names.contains(user.username().toLowerCase(Locale.ROOT)))
                    .forEach(user -> types.remove(user.id()));
        }
    }

    /** The tweets of the thread before this one. */
    private List<Tweet> earlier(Tweet tweet) {
        long first = tweet.id() - PostTweet.MOST_IN_THREAD + 1;
        Map<Long, Tweet> found = tweets.find(LongStream.range(first, tweet.id()).toArray());
        List<Tweet> earlier = new ArrayList<>();
        Tweet next = tweet;
        while (next != null && next.continuesThread() && next.id() > first) {
            next = posted(next.id() - 1, found);
            if (next != null) {
                earlier.add(next);
            }
        }
        return earlier;
    }

    private List<Tweet> quotedBy(List<Tweet> earlier) {
        List<Long> ids = earlier.stream()
                .map(tweet -> tweet.references().quoteOfId())
                .filter(Objects::nonNull)
                .toList();
        Map<Long, Tweet> found = tweets.find(Ids.of(ids, id -> id));
        return ids.stream()
                .map(id -> posted(id, found))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Including deleted tweets, which are rare. */
    private @Nullable Tweet posted(long id, Map<Long, Tweet> found) {
        Tweet tweet = found.get(id);
        return tweet != null ? tweet : tweets.findPosted(id);
    }
}
