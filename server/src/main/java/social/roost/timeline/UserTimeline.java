package social.roost.timeline;

import social.roost.tweet.TweetStore;
import social.roost.user.Users;
import social.roost.view.TweetPage;

/** One author's tweets, from the store. */
public final class UserTimeline {
    private final TweetStore tweets;
    private final Users users;
    private final TimelineReader reader;

    public UserTimeline(TweetStore tweets, Users users, TimelineReader reader) {
        this.tweets = tweets;
        this.users = users;
        this.reader = reader;
    }

    TweetPage read(long authorId, Place place, int limit) {
        users.require(authorId);
        long[] author = {authorId};
        Skeleton skeleton = new Skeleton() {
            @Override
            public long[] older(long before, int limit) {
                return tweets.newest(author, before, limit);
            }

            @Override
            public long[] newer(long after, int limit) {
                return tweets.oldest(author, after, limit);
            }
        };
        return reader.read(skeleton, tweet -> true, place, limit);
    }
}
