package social.roost.notification;

import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.graph.Blocks;
import social.roost.tweet.CurrentState;
import social.roost.tweet.Tweet;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;

/**
 * Notifies the users who want to be notified of each tweet of an author: of tweets and quotes, and of the first tweet of a
 * thread, but neither of retweets nor of replies to others. Whoever a tweet addresses is notified of that instead.
 *
 * <p>Bounded: at most {@link #MOST} users are notified of a tweet, in a consumer group of its own.
 */
public final class TweetAnnouncer implements StreamConsumer.OfTweets {
    /** More are not notified: those who registered last. */
    static final int MOST = 5_000;

    private static final int BATCH = 500;

    private final CurrentState state;
    private final Addressees addressees;
    private final NotificationWriter writer;
    private final Viewers viewers;
    private final Blocks blocks;

    public TweetAnnouncer(
            CurrentState state, Addressees addressees, NotificationWriter writer, Viewers viewers, Blocks blocks) {
        this.state = state;
        this.addressees = addressees;
        this.writer = writer;
        this.viewers = viewers;
        this.blocks = blocks;
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long _) -> posted(state.tweet(tweet));
            case Event.TweetDeleted(long tweet, long _) -> deleted(state.postedTweet(tweet));
            default -> {}
        }
    }

    private void posted(@Nullable Tweet tweet) {
        if (tweet == null || !isAnnounced(tweet)) {
            return;
        }
        Set<Long> addressed = addressees.of(tweet).stream().map(Notice::userId).collect(Collectors.toSet());
        forEach(tweet.authorId(), user -> {
            if (!addressed.contains(user) && wants(user, tweet)) {
                writer.add(notice(user, tweet), tweet.createdAt());
            }
        });
    }

    private void deleted(@Nullable Tweet tweet) {
        if (tweet != null && isAnnounced(tweet)) {
            forEach(tweet.authorId(), user -> writer.withdraw(notice(user, tweet)));
        }
    }

    private static boolean isAnnounced(Tweet tweet) {
        return !tweet.isRetweet() && !tweet.references().repliesToOther(tweet.authorId()) && !tweet.continuesThread();
    }

    /** What a user wants of an author outlives the follow in the store. */
    private boolean wants(long userId, Tweet tweet) {
        Viewer viewer = viewers.of(userId).readingList();
        return viewer.mayRead(tweet) && !viewer.mutes(tweet) && state.follows(userId, tweet.authorId());
    }

    private static Notice notice(long userId, Tweet tweet) {
        return new Notice(userId, NotificationType.TWEET, tweet.id(), tweet.authorId());
    }

    private void forEach(long authorId, LongConsumer action) {
        long after = 0;
        for (int read = 0; read < MOST; read += BATCH) {
            long[] users = blocks.notified(authorId, after, BATCH);
            for (long user : users) {
                action.accept(user);
            }
            if (users.length < BATCH) {
                return;
            }
            after = users[users.length - 1];
        }
    }
}
