package social.roost.notification;

import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import social.roost.base.Ids;
import social.roost.base.Snowflake;
import social.roost.tweet.Reference;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;

/**
 * Notifies of edits: those who have replied to the tweet or quoted it, once, and those whom it mentions now. Users who
 * are no longer mentioned lose their notification. All of it depends on the tweet as it is, and is idempotent.
 */
public final class EditNotices {
    /** Of the replies, and of the quotes, only the newest count. */
    static final int MOST = 200;

    private final TweetStore tweets;
    private final Addressees addressees;
    private final NotificationWriter writer;
    private final Interest interest;

    public EditNotices(TweetStore tweets, Addressees addressees, NotificationWriter writer, Interest interest) {
        this.tweets = tweets;
        this.addressees = addressees;
        this.writer = writer;
        this.interest = interest;
    }

    void edited(Tweet tweet) {
        long at = tweet.edition().at();
        withdrawFormerMentions(tweet);
        Stream<Notice> mentions =
                addressees.of(tweet).stream().filter(notice -> notice.type() == NotificationType.MENTION);
        Stream<Notice> edits = referring(tweet).mapToObj(user -> notice(user, tweet));
        Stream.concat(mentions, edits)
                .filter(notice -> interest.wantsToRead(notice.userId(), tweet))
                .forEach(notice -> writer.add(notice, at));
    }

    void deleted(Tweet tweet) {
        if (!tweet.edition().isFirst()) {
            withdrawFormerMentions(tweet);
            referring(tweet).forEach(user -> writer.withdraw(notice(user, tweet)));
        }
    }

    private void withdrawFormerMentions(Tweet tweet) {
        addressees
                .named(tweet.edition().formerMentions())
                .map(user -> new Notice(user, NotificationType.MENTION, tweet.id(), tweet.authorId()))
                .forEach(writer::withdraw);
    }

    /** The users who replied or quoted before the edit. */
    private LongStream referring(Tweet tweet) {
        long[] ids = LongStream.concat(referring(tweet, Reference.REPLY), referring(tweet, Reference.QUOTE))
                .toArray();
        Map<Long, Tweet> found = tweets.find(ids);
        return LongStream.of(Ids.of(found.values(), Tweet::authorId)).distinct();
    }

    private LongStream referring(Tweet tweet, Reference reference) {
        long before = Snowflake.lowestAt(tweet.edition().at() + 1);
        return LongStream.of(tweets.referring(reference, tweet.id(), before, MOST));
    }

    private static Notice notice(long userId, Tweet tweet) {
        return new Notice(userId, NotificationType.EDIT, tweet.id(), tweet.authorId());
    }
}
