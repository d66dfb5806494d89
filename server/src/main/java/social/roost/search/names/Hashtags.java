package social.roost.search.names;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import social.roost.base.Rejection;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.search.text.Folding;
import social.roost.search.text.Normalization;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Viewers;

/**
 * Hashtags and how much they are used. As the consumer group {@code hashtags} it counts the tweets that visitors see: a
 * suspension takes those of its user out. It reads all tweets from the store, so events may repeat.
 */
public final class Hashtags implements StreamConsumer.OfTweets, StreamConsumer.OfUsers {
    private static final int AT_ONCE = 500;
    private static final int OF_EACH_MAGNITUDE = 50;

    private final HashtagStore store;
    private final TweetStore tweets;
    private final Viewers viewers;

    public Hashtags(HashtagStore store, TweetStore tweets, Viewers viewers) {
        this.store = store;
        this.tweets = tweets;
        this.viewers = viewers;
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long id, long _) -> posted(id);
            case Event.TweetDeleted(long id, long _) -> store.remove(id);
        }
    }

    @Override
    public void consume(Event.OfUsers event) {
        switch (event) {
            case Event.UserSuspended(long user) ->
                ofAuthor(user, ids -> LongStream.of(ids).forEach(store::remove));
            case Event.UserReinstated(long user) -> ofAuthor(user, this::reinstated);
            case Event.UserRegistered _, Event.UserUpdated _, Event.MutedWordsChanged _, Event.SessionEnded _ -> {}
        }
    }

    private void posted(long id) {
        add(new long[] {id}, tweet -> viewers.of(0).sees(tweet));
    }

    /** This process may not know yet that the author is not suspended any more. */
    private void reinstated(long[] ids) {
        add(ids, tweet -> viewers.of(0).mayRead(tweet));
    }

    /**
     * Adds those that count. A deletion or a suspension after they were read may be applied before they are added,
     * because its event is of another stream: so they are read again, and removed if they do not count any more.
     */
    private void add(long[] ids, Predicate<Tweet> counts) {
        long[] added =
                counting(ids, counts).filter(this::add).mapToLong(Tweet::id).toArray();
        if (added.length > 0) {
            Set<Long> still = counting(added, counts).map(Tweet::id).collect(Collectors.toSet());
            LongStream.of(added).filter(id -> !still.contains(id)).forEach(store::remove);
        }
    }

    private Stream<Tweet> counting(long[] ids, Predicate<Tweet> counts) {
        return tweets.find(ids).values().stream().filter(counts);
    }

    /** Returns whether the tweet has tags. */
    private boolean add(Tweet tweet) {
        List<Hashtag> tags = Hashtag.in(tweet.entities());
        if (!tags.isEmpty()) {
            store.add(tweet.id(), tags, tweet.createdAt());
        }
        return !tags.isEmpty();
    }

    private void ofAuthor(long authorId, Consumer<long[]> action) {
        long[] author = {authorId};
        long[] ids = tweets.newest(author, Long.MAX_VALUE, AT_ONCE);
        while (ids.length > 0) {
            action.accept(ids);
            ids = tweets.newest(author, ids[ids.length - 1], AT_ONCE);
        }
    }

    /**
     * Finds a hashtag, used or not.
     *
     * @param text with or without the sign
     * @throws Rejection NOT_FOUND if no tweet can have such a tag
     */
    public HashtagUse require(String text) {
        Hashtag tag = Hashtag.parse(text).orElseThrow(() -> Rejection.notFound("hashtag"));
        return store.find(tag.key()).orElseGet(() -> new HashtagUse(tag.key(), tag.form(), 0, 0));
    }

    /** Used tags that begin like this, with or without accents: the very same tag first, then the most used ones. */
    List<HashtagUse> suggest(String typed, int limit) {
        String key = Normalization.key(Hashtag.withoutSign(typed.strip()));
        String folded = Folding.fold(key);
        if (folded.isEmpty() || folded.indexOf('\0') >= 0) {
            return List.of();
        }
        return store.startingWith(folded, OF_EACH_MAGNITUDE).stream()
                .sorted(Comparator.comparing((HashtagUse use) -> !use.key().equals(key))
                        .thenComparing(
                                Comparator.comparingLong(HashtagUse::tweets).reversed())
                        .thenComparing(HashtagUse::key))
                .limit(limit)
                .toList();
    }
}
