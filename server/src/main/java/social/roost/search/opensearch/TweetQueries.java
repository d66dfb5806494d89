package social.roost.search.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import social.roost.base.Snowflake;
import social.roost.search.Popularity;
import social.roost.search.Relevance;
import social.roost.search.SearchOrder;
import social.roost.search.WordTerms;
import social.roost.search.query.Condition;
import social.roost.search.query.TweetQuery;
import social.roost.search.text.Word;

/** Translates conditions into OpenSearch's queries. */
final class TweetQueries {
    private static final Map<String, Object> ALL = Map.of("match_all", Map.of());
    private static final Map<String, Object> NONE = Map.of("match_none", Map.of());

    private TweetQueries() {}

    /** The body of a search. */
    static Map<String, Object> search(TweetQuery query, SearchOrder order, int limit) {
        Map<String, Object> body = new HashMap<>();
        body.put("size", limit);
        body.put("_source", false);
        body.put("track_total_hits", false);
        switch (order) {
            case SearchOrder.Latest(long below) -> {
                body.put("query", bool("filter", List.of(filter(query.condition()))));
                body.put("sort", List.of(Map.of(TweetJson.ID, "desc")));
                if (below != Long.MAX_VALUE) {
                    body.put("search_after", List.of(below));
                }
            }
            case SearchOrder.Relevant relevant -> {
                body.put("query", relevance(query, relevant.now()));
                body.put("sort", List.of(Map.of("_score", "desc"), Map.of(TweetJson.ID, "desc")));
                if (relevant.score() != Float.POSITIVE_INFINITY) {
                    body.put("search_after", List.of(relevant.score(), relevant.id()));
                }
            }
        }
        return body;
    }

    /** The score of {@link Relevance}: text times recency times engagement. */
    private static Map<String, Object> relevance(TweetQuery query, long now) {
        Map<String, Object> halving = Map.of(
                "origin",
                Snowflake.lowestAt(now),
                "scale",
                Snowflake.lowestAt(now) - Snowflake.lowestAt(now - Relevance.HALF_LIFE.toMillis()),
                "decay",
                0.5);
        List<Object> recency = List.of(
                Map.of("weight", Relevance.OLD),
                Map.of("weight", 1 - Relevance.OLD, "exp", Map.of(TweetJson.ID, halving)));
        Map<String, Object> recent = functions(text(query), recency);
        return functions(
                recent, List.of(Map.of("field_value_factor", Map.of("field", TweetJson.WEIGHT, "missing", 1))));
    }

    private static Map<String, Object> functions(Object query, List<?> functions) {
        return Map.of(
                "function_score",
                Map.of("query", query, "functions", functions, "score_mode", "sum", "boost_mode", "multiply"));
    }

    private static Map<String, Object> text(TweetQuery query) {
        List<Condition> conditions = conditions(query.condition());
        long scored = conditions.stream().filter(TweetQueries::isScored).count();
        if (scored == 0) {
            return constant(filter(query.condition()), 1);
        }
        Clauses clauses = new Clauses();
        for (Condition condition : conditions) {
            if (isScored(condition)) {
                clauses.must.add(scored(condition, 1f / scored));
            } else {
                clauses.add(condition);
            }
        }
        if (query.nearby() != null) {
            clauses.should.add(constant(sequence(query.nearby().words(), WordTerms::stem), Relevance.NEARBY));
        }
        return clauses.bool();
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

    private static Map<String, Object> scored(Condition condition, float share) {
        return switch (condition) {
            case Condition.Words(List<Word> words, boolean quoted) -> {
                List<Object> levels = new ArrayList<>();
                levels.add(constant(sequence(words, WordTerms::exact), Relevance.EXACT * share));
                levels.add(constant(sequence(words, WordTerms::folded), Relevance.FOLDED * share));
                if (!quoted) {
                    levels.add(constant(sequence(words, WordTerms::stem), Relevance.STEM * share));
                }
                yield best(levels);
            }
            case Condition.Any(List<Condition> conditions) ->
                best(conditions.stream().map(one -> scored(one, share)).toList());
            case Condition.All _, Condition.Not _, Condition.Has _, Condition.Posted _, Condition.Liked _ ->
                constant(filter(condition), share);
        };
    }

    private static Map<String, Object> best(List<?> queries) {
        return Map.of("dis_max", Map.of("queries", queries, "tie_breaker", 0));
    }

    private static Map<String, Object> constant(Object filter, float score) {
        return Map.of("constant_score", Map.of("filter", filter, "boost", score));
    }

    private static Map<String, Object> filter(Condition condition) {
        return switch (condition) {
            case Condition.All _, Condition.Not _ -> {
                Clauses clauses = new Clauses();
                conditions(condition).forEach(clauses::add);
                yield clauses.bool();
            }
            case Condition.Any(List<Condition> conditions) ->
                bool("should", conditions.stream().map(TweetQueries::filter).toList());
            case Condition.Words(List<Word> words, boolean quoted) ->
                sequence(words, quoted ? WordTerms::folded : WordTerms::stem);
            case Condition.Has(Set<String> oneOf) ->
                oneOf.isEmpty() ? NONE : Map.of("terms", Map.of(TweetJson.ATTRIBUTES, oneOf));
            case Condition.Posted(long from, long below) -> range(TweetJson.ID, "gte", from, "lt", below);
            case Condition.Liked(long least) ->
                range(TweetJson.LIKES, "gte", Popularity.bucket(least), "lte", Byte.MAX_VALUE);
        };
    }

    private static Map<String, Object> range(String field, String from, long low, String to, long high) {
        return Map.of("range", Map.of(field, Map.of(from, low, to, high)));
    }

    private static Map<String, Object> bool(String kind, List<?> queries) {
        return Map.of("bool", Map.of(kind, queries));
    }

    /** Words one after another. */
    private static Map<String, Object> sequence(List<Word> words, Function<Word, List<String>> terms) {
        if (words.size() == 1) {
            return Map.of("terms", Map.of(TweetJson.TEXT, terms.apply(words.getFirst())));
        }
        List<Object> places =
                words.stream().map(word -> place(terms.apply(word))).toList();
        return Map.of("span_near", Map.of("clauses", places, "slop", 0, "in_order", true));
    }

    private static Object place(List<String> terms) {
        List<Map<String, Object>> spans = terms.stream()
                .map(term -> Map.<String, Object>of("span_term", Map.of(TweetJson.TEXT, term)))
                .toList();
        return spans.size() == 1 ? spans.getFirst() : Map.of("span_or", Map.of("clauses", spans));
    }

    /** The clauses of a query that combines others. */
    private static final class Clauses {
        final List<Object> must = new ArrayList<>();
        final List<Object> should = new ArrayList<>();
        private final List<Object> filter = new ArrayList<>();
        private final List<Object> mustNot = new ArrayList<>();

        void add(Condition condition) {
            switch (condition) {
                // A tweet in the bucket of the number may have fewer likes than the number.
                case Condition.Not(Condition.Liked(long least)) ->
                    filter.add(range(TweetJson.LIKES, "gte", 0, "lte", Popularity.bucket(Math.max(0, least - 1))));
                case Condition.Not(Condition excluded) -> mustNot.add(TweetQueries.filter(excluded));
                case Condition.All _,
                        Condition.Any _,
                        Condition.Words _,
                        Condition.Has _,
                        Condition.Posted _,
                        Condition.Liked _ -> filter.add(TweetQueries.filter(condition));
            }
        }

        Map<String, Object> bool() {
            if (must.isEmpty() && filter.isEmpty()) {
                filter.add(ALL);
            }
            return Map.of("bool", Map.of("must", must, "should", should, "filter", filter, "must_not", mustNot));
        }
    }
}
