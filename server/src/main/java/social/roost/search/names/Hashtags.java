package social.roost.search.names;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import social.roost.base.Ids;
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
            case Event.TweetPosted(long id, long _) -> changed(id);
            case Event.TweetEdited(long id, long _) -> changed(id);
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

    private void changed(long id) {
        set(new long[] {id}, tweet -> viewers.of(0).sees(tweet));
    }

    /** This process may not know yet that the author is not suspended any more. */
    private void reinstated(long[] ids) {
        set(ids, tweet -> viewers.of(0).mayRead(tweet));
    }

    /**
     * Sets the tags of those that count. A deletion, an edit or a suspension after they were read may be applied before
     * that, because its event is of another stream: so they are read again until nothing differs.
     */
    private void set(long[] ids, Predicate<Tweet> counts) {
        Map<Long, Tweet> read = counting(ids, counts);
        while (!read.isEmpty()) {
            Map<Long, Tweet> before = read;
            List<Tweet> tagged = before.values().stream().filter(this::set).toList();
            read = counting(Ids.of(tagged, Tweet::id), counts);
            Map<Long, Tweet> now = read;
            tagged.stream().map(Tweet::id).filter(id -> !now.containsKey(id)).forEach(store::remove);
            read.values().removeIf(tweet -> tweet.equals(before.get(tweet.id())));
        }
    }

    private Map<Long, Tweet> counting(long[] ids, Predicate<Tweet> counts) {
        return ids.length == 0
                ? new HashMap<>()
                : tweets.find(ids).values().stream()
                        .filter(counts)
                        .collect(Collectors.toMap(Tweet::id, tweet -> tweet));
    }

    /** Returns whether the tweet has, or had, tags. */
    private boolean set(Tweet tweet) {
        List<Hashtag> tags = Hashtag.in(tweet.entities());
        if (tags.isEmpty() && tweet.edition().isFirst()) {
            return false;
        }
        store.set(tweet.id(), tags, tweet.createdAt());
        return true;
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
