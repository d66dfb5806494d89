package social.roost.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import social.roost.search.Popularity;
import social.roost.search.Relevance;
import social.roost.search.WordTerms;
import social.roost.search.query.Condition;
import social.roost.search.query.TweetQuery;
import social.roost.search.text.Word;

/** Translates conditions into Lucene's queries. */
final class LuceneQueries {
    private LuceneQueries() {}

    /** Which tweets with a lower id match. */
    static Query filter(TweetQuery query, long below) {
        return below == Long.MAX_VALUE
                ? filter(query.condition())
                : filter(new Condition.All(List.of(query.condition(), new Condition.Posted(0, below))));
    }

    /** Whether the score of texts counts. */
    static boolean isScored(TweetQuery query) {
        return conditions(query.condition()).stream().anyMatch(LuceneQueries::isScored);
    }

    /** Which tweets match, with the score of their texts, see {@link Relevance}. */
    static Query scored(TweetQuery query) {
        List<Condition> conditions = conditions(query.condition());
        long scored = conditions.stream().filter(LuceneQueries::isScored).count();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Condition condition : conditions) {
            if (isScored(condition)) {
                all.add(new BoostQuery(scored(condition), 1f / scored), Occur.MUST);
            } else {
                add(condition, all);
            }
        }
        if (query.nearby() != null) {
            Query nearby = new ConstantScoreQuery(sequence(query.nearby().words(), WordTerms::stem));
            all.add(new BoostQuery(nearby, Relevance.NEARBY), Occur.SHOULD);
        }
        return all.build();
    }

    /** Those that must all be true. */
    private static List<Condition> conditions(Condition condition) {
        return condition instanceof Condition.All(List<Condition> parts)
                ? parts.stream().flatMap(part -> conditions(part).stream()).toList()
                : List.of(condition);
    }

    private static boolean isScored(Condition condition) {
        return condition instanceof Condition.Words || condition instanceof Condition.Any;
    }

    private static Query scored(Condition condition) {
        return switch (condition) {
            case Condition.Words(List<Word> words, boolean quoted) -> {
                List<Query> levels = new ArrayList<>();
                levels.add(level(words, WordTerms::exact, Relevance.EXACT));
                levels.add(level(words, WordTerms::folded, Relevance.FOLDED));
                if (!quoted) {
                    levels.add(level(words, WordTerms::stem, Relevance.STEM));
                }
                yield new DisjunctionMaxQuery(levels, 0);
            }
            case Condition.Any(List<Condition> conditions) ->
                new DisjunctionMaxQuery(
                        conditions.stream().map(LuceneQueries::scored).toList(), 0);
            case Condition.All _, Condition.Not _, Condition.Has _, Condition.Posted _, Condition.Liked _ ->
                new ConstantScoreQuery(filter(condition));
        };
    }

    private static Query level(List<Word> words, Function<Word, List<String>> terms, float score) {
        return new BoostQuery(new ConstantScoreQuery(sequence(words, terms)), score);
    }

    private static Query filter(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all(all);
            case Condition.Any(List<Condition> conditions) -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                conditions.forEach(one -> any.add(filter(one), Occur.SHOULD));
                yield any.build();
            }
            case Condition.Not _ -> all(new Condition.All(List.of(condition)));
            case Condition.Words(List<Word> words, boolean quoted) ->
                sequence(words, quoted ? WordTerms::folded : WordTerms::stem);
            case Condition.Has(Set<String> oneOf) -> attributes(oneOf);
            case Condition.Posted(long from, long below) ->
                NumericDocValuesField.newSlowRangeQuery(TweetFields.ID, from, below - 1);
            case Condition.Liked(long least) -> liked(Popularity.bucket(least), Integer.MAX_VALUE);
        };
    }

    private static Query all(Condition.All condition) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<Condition> conditions = conditions(condition);
        if (conditions.stream().allMatch(Condition.Not.class::isInstance)) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        conditions.forEach(one -> add(one, all));
        return all.build();
    }

    private static void add(Condition condition, BooleanQuery.Builder all) {
        switch (condition) {
            // A tweet in the bucket of the number may have fewer likes than the number.
            case Condition.Not(Condition.Liked(long least)) ->
                all.add(liked(0, Popularity.bucket(Math.max(0, least - 1))), Occur.FILTER);
            case Condition.Not(Condition excluded) -> all.add(filter(excluded), Occur.MUST_NOT);
            case Condition.All _,
                    Condition.Any _,
                    Condition.Words _,
                    Condition.Has _,
                    Condition.Posted _,
                    Condition.Liked _ -> all.add(filter(condition), Occur.FILTER);
        }
    }

    private static Query liked(int from, int to) {
        return NumericDocValuesField.newSlowRangeQuery(
                TweetFields.POPULARITY, TweetFields.lowest(from), TweetFields.lowest(to) + 0xFF);
    }

    private static Query attributes(Set<String> oneOf) {
        return switch (oneOf.size()) {
            case 0 -> new MatchNoDocsQuery("no attribute");
            case 1 ->
                new TermQuery(new Term(TweetFields.ATTRIBUTE, oneOf.iterator().next()));
            default ->
                new TermInSetQuery(
                        TweetFields.ATTRIBUTE, oneOf.stream().map(BytesRef::new).toList());
        };
    }

    private static Query sequence(List<Word> words, Function<Word, List<String>> forms) {
        if (words.size() == 1) {
            return oneOf(forms.apply(words.getFirst()));
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        for (Word word : words) {
            phrase.add(forms.apply(word).stream().map(LuceneQueries::text).toArray(Term[]::new));
        }
        return phrase.build();
    }

    private static Query oneOf(List<String> terms) {
        if (terms.size() == 1) {
            return new TermQuery(text(terms.getFirst()));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(new TermQuery(text(term)), Occur.SHOULD));
        return any.build();
    }

    private static Term text(String term) {
        return new Term(TweetFields.TEXT, term);
    }
}
