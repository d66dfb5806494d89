package social.roost.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import social.roost.media.Medium;
import social.roost.search.query.Condition;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.view.Entry;

/**
 * Checks what a query requires of likes. An index knows their number only roughly, so of the tweets that it finds, some
 * have too few. Such a tweet may still match by an alternative, as in {@code min_likes:10 OR cat}.
 */
final class ExactLikes {
    private final TweetDocuments documents;

    ExactLikes(TweetDocuments documents) {
        this.documents = documents;
    }

    /** Those tweets that match, by id, of those that an index found. */
    Map<Long, Entry> matching(Condition condition, Collection<Entry> found) {
        Map<Long, Entry> matching = new HashMap<>();
        List<Entry> unclear = new ArrayList<>();
        for (Entry entry : found) {
            long likes = likes(entry);
            if (matches(condition, likes, _ -> false)) {
                matching.put(entry.id(), entry);
            } else if (matches(condition, likes, _ -> true)) {
                unclear.add(entry);
            }
        }
        if (!unclear.isEmpty()) {
            addMatching(condition, unclear, matching);
        }
        return matching;
    }

    private static long likes(Entry entry) {
        return entry.tweet().counts().likes();
    }

    private void addMatching(Condition condition, List<Entry> unclear, Map<Long, Entry> matching) {
        Map<Long, Medium> media = documents.media(
                unclear.stream().map(Entry::tweet).map(StoredTweet::tweet).toList());
        for (Entry entry : unclear) {
            Tweet tweet = entry.tweet().tweet();
            IndexedTweet document = TweetDocuments.of(tweet, entry.tweet().counts(), media);
            if (matches(condition, likes(entry), part -> isTrue(part, document))) {
                matching.put(entry.id(), entry);
            }
        }
    }

    /** @param otherwise whether an alternative to likes is true */
    private static boolean matches(Condition condition, long likes, Predicate<Condition> otherwise) {
        return switch (condition) {
            case Condition.Liked(long least) -> likes >= least;
            case Condition.Not(Condition.Liked(long least)) -> likes < least;
            case Condition.All(List<Condition> parts) ->
                parts.stream().allMatch(part -> matches(part, likes, otherwise));
            case Condition.Any(List<Condition> parts) ->
                parts.stream().noneMatch(Condition.Liked.class::isInstance)
                        || parts.stream()
                                .anyMatch(part -> part instanceof Condition.Liked(long least)
                                        ? likes >= least
                                        : otherwise.test(part));
            case Condition.Not _, Condition.Words _, Condition.Has _, Condition.Posted _ -> true;
        };
    }

    /** As an index answers it. */
    private static boolean isTrue(Condition condition, IndexedTweet tweet) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.stream().allMatch(part -> isTrue(part, tweet));
            case Condition.Any(List<Condition> parts) -> parts.stream().anyMatch(part -> isTrue(part, tweet));
            case Condition.Not(Condition excluded) -> !isTrue(excluded, tweet);
            case Condition.Words words -> new TokenSequence(tweet.tokens()).has(words);
            case Condition.Has(Set<String> oneOf) -> !Collections.disjoint(oneOf, tweet.attributes());
            case Condition.Posted(long from, long below) -> tweet.id() >= from && tweet.id() < below;
            case Condition.Liked(long least) -> tweet.popularity().likes() >= Popularity.bucket(least);
        };
    }
}
