package social.roost.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.search.query.Scanner.Part;
import social.roost.search.text.Links;
import social.roost.search.text.TextAnalysis;
import social.roost.search.text.Word;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.TweetText;

/** The text of a query, with the hashtags, mentions, cashtags and links that it would have as a tweet. */
final class QueryText {
    private final String query;
    private final List<Entity> entities;

    /** An entity as a condition; its place in UTF-16 units. */
    private record Entity(int start, int end, Condition condition) {}

    QueryText(String query) {
        this.query = query;
        // Parsed once as a whole, because the cost of parsing is limited for each text.
        Entities found = TweetText.parse(withoutControls(query)).entities();
        entities = Stream.of(
                        found.hashtags().stream()
                                .map(tag -> entity(tag.start(), tag.end(), Attributes.hashtag(tag.tag()))),
                        found.mentions().stream()
                                .map(name -> entity(name.start(), name.end(), Attributes.mention(name.username()))),
                        found.cashtags().stream()
                                .map(tag -> entity(tag.start(), tag.end(), Attributes.cashtag(tag.tag()))),
                        found.urls().stream()
                                .filter(url -> !link(url.url()).isEmpty())
                                .map(url -> entity(url.start(), url.end(), new Condition.All(link(url.url())))))
                .flatMap(several -> several)
                .sorted((one, other) -> Integer.compare(one.start(), other.start()))
                .toList();
    }

    /** Of the same length. Otherwise the text would not be parsed at all. */
    private static String withoutControls(String query) {
        StringBuilder clean = new StringBuilder(query.length());
        query.chars().forEach(unit -> clean.append(isUnfit((char) unit) ? ' ' : (char) unit));
        return clean.toString();
    }

    private static boolean isUnfit(char unit) {
        return Character.isISOControl(unit) || unit == '\uFEFF' || unit == '\uFFFE' || unit == '\uFFFF';
    }

    private Entity entity(int start, int end, String attribute) {
        return entity(start, end, Condition.Has.attribute(attribute));
    }

    private Entity entity(int start, int end, Condition condition) {
        int from = query.offsetByCodePoints(0, start);
        return new Entity(from, query.offsetByCodePoints(from, end - start), condition);
    }

    /** What a link, or part of one, requires of the links in a tweet. */
    static List<Condition> link(String part) {
        Set<String> wanted = Links.wanted(part);
        List<Condition> conditions = new ArrayList<>();
        wanted.forEach(term -> conditions.add(Condition.Has.attribute(Attributes.link(term))));
        return conditions;
    }

    /** Null if there are no words. */
    static @Nullable Condition words(String value, boolean quoted) {
        List<Word> words = TextAnalysis.words(value);
        return words.isEmpty() ? null : new Condition.Words(words, quoted);
    }

    /** The entities of a part, and the words between them; null if it has no entity. */
    @Nullable
    Condition entities(Part part) {
        List<Condition> all = new ArrayList<>();
        int from = part.start();
        boolean any = false;
        for (Entity entity : entities) {
            if (entity.start() >= part.start() && entity.end() <= part.end()) {
                addWords(from, entity.start(), all);
                all.add(entity.condition());
                from = entity.end();
                any = true;
            }
        }
        if (!any) {
            return null;
        }
        addWords(from, part.end(), all);
        return all.size() == 1 ? all.getFirst() : new Condition.All(all);
    }

    /** The ending of a possessive belongs to the entity before. */
    private void addWords(int start, int end, List<Condition> all) {
        String between = query.substring(start, Math.max(start, end));
        Condition words = between.startsWith("'") || between.startsWith("\u2019") ? null : words(between, false);
        if (words != null) {
            all.add(words);
        }
    }

    boolean hasBrackets() {
        return query.indexOf('(') >= 0 || query.indexOf('\uFF08') >= 0;
    }

    int position(Part part) {
        return query.codePointCount(0, part.start());
    }
}
