package social.roost.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.user.User;
import social.roost.user.UserStore;

/** Determines whom to notify of a tweet that is not a retweet. */
public final class Addressees {
    /** Counts names, whether or not the users exist, so that the result does not change when one registers. */
    static final int MAXIMUM_MENTIONED = 50;

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
        tweet.entities().mentions().stream()
                .map(mention -> mention.username().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MAXIMUM_MENTIONED)
                .flatMap(name -> users.findByUsername(name).stream())
                .map(User::id)
                .forEach(id -> types.putIfAbsent(id, NotificationType.MENTION));
    }
}
