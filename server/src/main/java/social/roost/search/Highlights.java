package social.roost.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import social.roost.search.SearchPage.Highlight;
import social.roost.search.SearchPage.Range;
import social.roost.search.query.Attributes;
import social.roost.search.query.Condition;
import social.roost.search.text.Links;
import social.roost.search.text.TextAnalysis;
import social.roost.search.text.Token;
import social.roost.tweet.Tweet;
import social.roost.tweet.text.Entities;

/** Finds where a tweet matches a query, in the same way whichever index found it. */
final class Highlights {
    private final Tweet tweet;
    private final TokenSequence text;
    private final List<Range> ranges = new ArrayList<>();

    private Highlights(Tweet tweet) {
        this.tweet = tweet;
        text = new TokenSequence(TextAnalysis.document(tweet.content(), tweet.entities()));
    }

    static Highlight of(Condition condition, Tweet tweet) {
        Highlights highlights = new Highlights(tweet);
        highlights.mark(condition);
        return new Highlight(tweet.id(), highlights.merged());
    }

    private void mark(Condition condition) {
        switch (condition) {
            case Condition.All(List<Condition> conditions) -> conditions.forEach(this::mark);
            case Condition.Any(List<Condition> conditions) -> conditions.forEach(this::mark);
            case Condition.Words words -> mark(words);
            case Condition.Has(Set<String> oneOf) -> markEntities(oneOf);
            case Condition.Not _, Condition.Posted _, Condition.Liked _ -> {}
        }
    }

    private void mark(Condition.Words words) {
        for (Token token : text.tokens()) {
            int end = text.end(words, token);
            if (end >= 0) {
                ranges.add(new Range(token.start(), end));
            }
        }
    }

    private void markEntities(Set<String> attributes) {
        Entities entities = tweet.entities();
        entities.hashtags().stream()
                .filter(tag -> attributes.contains(Attributes.hashtag(tag.tag())))
                .forEach(tag -> ranges.add(new Range(tag.start(), tag.end())));
        entities.mentions().stream()
                .filter(mention -> attributes.contains(Attributes.mention(mention.username())))
                .forEach(mention -> ranges.add(new Range(mention.start(), mention.end())));
        entities.cashtags().stream()
                .filter(tag -> attributes.contains(Attributes.cashtag(tag.tag())))
                .forEach(tag -> ranges.add(new Range(tag.start(), tag.end())));
        entities.urls().stream()
                .filter(url -> links(url).anyMatch(attributes::contains))
                .forEach(url -> ranges.add(new Range(url.start(), url.end())));
    }

    private static Stream<String> links(Entities.Url url) {
        return Links.terms(url.url()).stream().map(Attributes::link);
    }

    /** In order, without overlaps. */
    private List<Range> merged() {
        ranges.sort(Comparator.comparingInt(Range::start).thenComparingInt(Range::end));
        List<Range> merged = new ArrayList<>();
        for (Range range : ranges) {
            if (!merged.isEmpty() && range.start() <= merged.getLast().end()) {
                Range last = merged.removeLast();
                merged.add(new Range(last.start(), Math.max(last.end(), range.end())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
