package social.roost.tweet.cassandra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.tweet.Mark;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.cassandra.TweetRows.Stored;

/**
 * The sources from which the sets of tweets are derived: the sets of users, and the tweets that refer to others.
 *
 * <p>Reads with a quorum: an event is delivered when its change has taken place or never will.
 */
final class SourceSets {
    private static final long POSTED = 1;
    private static final long DELETED = 2;

    private final CassandraCluster cassandra;
    private final CountedSets sets;
    private final TweetRows tweets;

    SourceSets(CassandraCluster cassandra, CountedSets sets, TweetRows tweets) {
        this.cassandra = cassandra;
        this.sets = sets;
        this.tweets = tweets;
    }

    /** The current state of everything these events are about, by the set of a tweet to which it belongs. */
    Map<SetKey, List<Member>> of(List<? extends Event> events) {
        Set<Marking> marks = new LinkedHashSet<>();
        Set<Long> posts = new LinkedHashSet<>();
        for (Event event : events) {
            switch (event) {
                case Event.OfTweets post -> posts.add(post.tweetId());
                case Event.OfEngagements engagement -> addMark(engagement, marks);
                case Event.OfUsers _,
                        Event.OfGraph _,
                        Event.OfFanOut _,
                        Event.OfNotifications _,
                        Event.OfMedia _,
                        Event.OfMessages _ -> {}
            }
        }
        Map<SetKey, List<Member>> members = new HashMap<>();
        addMarks(List.copyOf(marks), members);
        tweets.findPosted(posts.stream().mapToLong(id -> id).toArray()).forEach(stored -> addTweet(stored, members));
        return members;
    }

    private static void addMark(Event.OfEngagements event, Set<Marking> marks) {
        switch (event) {
            case Event.TweetLiked(long tweet, long user) -> marks.add(new Marking(Mark.LIKE, tweet, user));
            case Event.TweetUnliked(long tweet, long user) -> marks.add(new Marking(Mark.LIKE, tweet, user));
            case Event.TweetBookmarked(long tweet, long user) -> marks.add(new Marking(Mark.BOOKMARK, tweet, user));
            case Event.TweetUnbookmarked(long tweet, long user) -> marks.add(new Marking(Mark.BOOKMARK, tweet, user));
            default -> {}
        }
    }

    private void addMarks(List<Marking> marks, Map<SetKey, List<Member>> members) {
        cassandra.forEach(
                marks.size(),
                i -> sets.select(marks.get(i).set(), LongStream.of(marks.get(i).tweetId())),
                (i, rows) -> {
                    Marking marking = marks.get(i);
                    Member marked = SetView.of(marking.set(), rows).member(marking.tweetId());
                    add(
                            SetKind.markers(marking.mark()),
                            marking.tweetId(),
                            new Member(marking.userId(), marked.version(), marked.since(), marked.cause()),
                            members);
                });
    }

    private static void addTweet(Stored stored, Map<SetKey, List<Member>> members) {
        Tweet tweet = stored.tweet();
        References references = tweet.references();
        Member member = new Member(tweet.id(), stored.isDeleted() ? DELETED : POSTED, tweet.createdAt(), tweet.id());
        if (references.replyToId() != null) {
            add(SetKind.REPLIED, references.replyToId(), member, members);
        }
        if (references.quoteOfId() != null) {
            add(SetKind.QUOTED, references.quoteOfId(), member, members);
        }
        if (references.retweetOfId() != null) {
            add(SetKind.RETWEETED, references.retweetOfId(), member, members);
        }
    }

    private static void add(SetKind kind, long tweetId, Member member, Map<SetKey, List<Member>> members) {
        members.computeIfAbsent(SetKey.ofTweet(tweetId, kind, member.id()), _ -> new ArrayList<>())
                .add(member);
    }

    private record Marking(Mark mark, long tweetId, long userId) {
        SetKey set() {
            return SetKey.ofUser(userId, SetKind.of(mark));
        }
    }
}
