package social.roost.tweet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.graph.GraphStore.Edge;
import social.roost.graph.UserPages;
import social.roost.tweet.EngagementStore.Marked;
import social.roost.user.Profile;

/** The users who like or retweet a tweet, newest first. */
public final class TweetEngagers {
    /** No user has this id. */
    private static final long NOBODY = 0;

    private final TweetAccess access;
    private final EngagementStore engagements;
    private final TweetStore tweets;
    private final UserPages users;
    private final Viewers viewers;

    public TweetEngagers(
            TweetAccess access, EngagementStore engagements, TweetStore tweets, UserPages users, Viewers viewers) {
        this.access = access;
        this.engagements = engagements;
        this.tweets = tweets;
        this.users = users;
        this.viewers = viewers;
    }

    /**
     * Reads a page of the users who like a tweet.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @throws social.roost.base.Rejection see {@link TweetAccess#requireOriginal}
     */
    public Page<Profile> likers(long viewerId, long tweetId, PageRequest request) {
        long id = access.requireOriginal(viewerId, tweetId).id();
        return users.read(
                viewerId,
                request,
                new ListId("liked-by", id),
                (before, limit) -> engagements.listMarkers(Mark.LIKE, id, marked(before), limit).stream()
                        .map(liker -> new Edge(liker.id(), liker.at()))
                        .toList());
    }

    /** Like {@link #likers}, for the users who retweet it. */
    public Page<Profile> retweeters(long viewerId, long tweetId, PageRequest request) {
        long id = access.requireOriginal(viewerId, tweetId).id();
        return users.read(
                viewerId,
                request,
                new ListId("retweeted-by", id),
                (before, limit) -> retweeters(viewers.of(viewerId), id, before, limit));
    }

    private static @Nullable Marked marked(@Nullable Edge edge) {
        return edge == null ? null : new Marked(edge.userId(), edge.createdAt());
    }

    /**
     * Instead of its time, each edge has the id of the retweet, which ascends with it. A retweet deleted between the
     * two reads keeps its row, because the rows decide whether there are more; its user is nobody, and is not shown.
     */
    private List<Edge> retweeters(Viewer viewer, long tweetId, @Nullable Edge before, int limit) {
        long below = before == null ? Long.MAX_VALUE : before.createdAt();
        long[] retweets = tweets.referring(Reference.RETWEET, tweetId, below, limit);
        Map<Long, Tweet> found = tweets.find(retweets);
        return Arrays.stream(retweets)
                .mapToObj(id -> {
                    Tweet retweet = found.get(id);
                    return new Edge(retweet == null || !viewer.mayRead(retweet) ? NOBODY : retweet.authorId(), id);
                })
                .toList();
    }
}
