package social.roost.timeline;

import java.util.Optional;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.TweetStore;
import social.roost.user.Users;
import social.roost.view.TweetPage;
import social.roost.view.Viewer;

/** One author's tweets, from the store: with or without replies to others. */
public final class UserTimeline {
    private final TweetStore tweets;
    private final Users users;
    private final TweetAccess access;
    private final TimelineReader reader;

    public UserTimeline(TweetStore tweets, Users users, TweetAccess access, TimelineReader reader) {
        this.tweets = tweets;
        this.users = users;
        this.access = access;
        this.reader = reader;
    }

    /** Reads a page; throws a problem when there is no such user, or one who blocks the viewer. */
    TweetPage read(Viewer viewer, long authorId, boolean withReplies, Optional<Cursor> cursor, int limit) {
        users.require(authorId);
        access.requireAuthor(viewer.userId(), authorId);
        Skeleton skeleton = withReplies ? all(authorId) : withoutReplies(authorId);
        ListId list = new ListId(withReplies ? "tweets-and-replies" : "tweets", authorId);
        Timeline timeline = new Timeline(skeleton, viewer.visiting(authorId), entry -> true, false, list);
        return reader.read(timeline, timeline.place(cursor), limit);
    }

    private Skeleton all(long authorId) {
        long[] author = {authorId};
        return new Skeleton() {
            @Override
            public long[] older(long before, int limit) {
                return tweets.newest(author, before, limit);
            }

            @Override
            public long[] newer(long after, int limit) {
                return tweets.oldest(author, after, limit);
            }
        };
    }

    private Skeleton withoutReplies(long authorId) {
        return new Skeleton() {
            @Override
            public long[] older(long before, int limit) {
                return tweets.newestWithoutReplies(authorId, before, limit);
            }

            @Override
            public long[] newer(long after, int limit) {
                return tweets.oldestWithoutReplies(authorId, after, limit);
            }
        };
    }
}
