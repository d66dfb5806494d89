package social.roost.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.search.TweetTable;
import social.roost.search.query.Condition.All;
import social.roost.search.query.Condition.Any;
import social.roost.search.query.Condition.Has;
import social.roost.search.query.Condition.Liked;
import social.roost.search.query.Condition.Not;
import social.roost.search.query.Condition.Words;
import social.roost.search.text.TextAnalysis;

class QueryParserTest {
    @Test
    void partsMustAllMatchAndOrBindsMoreStrongly() {
        assertThat(conditions("red cat OR dog -bird"))
                .containsExactly(words("red"), new Any(List.of(words("cat"), words("dog"))), new Not(words("bird")));
    }

    @Test
    void operatorsAreConditions() {
        assertThat(conditions("from:alice to:me #Tag @Bob $TWTR min_likes:5 lang:en is:reply has:media"))
                .containsExactly(
                        Has.attribute("from:101"),
                        Has.attribute("to:101"),
                        Has.attribute("#tag"),
                        Has.attribute("@bob"),
                        Has.attribute("$twtr"),
                        new Liked(5),
                        Has.attribute("lang:en"),
                        Has.attribute("is:reply"),
                        Has.attribute("has:media"));
    }

    @Test
    void theWordsOfAQueryAreOneMoreConditionForTheOrder() {
        assertThat(query("new -old york from:bob").nearby()).isEqualTo(words("new york"));
        assertThat(query("york").nearby()).isNull();
        assertThat(query("\"new york\"").nearby()).isNull();
        assertThat(query("new OR york").nearby()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cat since:2026-02-30        | invalid_date 4",
                "cat until:2026-13-01        | invalid_date 4",
                "cat since:2026-01-011       | invalid_date 4",
                "since:tomorrow              | invalid_date 0, nothing_to_search 0",
                "-cat                        | only_negative 0",
                "-from:bob -cat              | only_negative 0",
                "from:\"\" cat               | empty_value 0",
                "cat from:                   | empty_value 4",
                "from:@ cat                  | empty_value 0",
                "from:nobody                 | unknown_user 0",
                "from:\"no body\"            | unknown_user 0",
                "has:cheese cat              | invalid_value 0",
                "is:odd cat                  | invalid_value 0",
                "min_likes:many cat          | invalid_value 0",
                "lang:\"\u00E9\" cat         | invalid_value 0",
                "conversation:x cat          | invalid_value 0",
                "filter:friends cat          | invalid_value 0",
                "url:!! cat                  | invalid_value 0",
                "cat \"red bicycle           | unclosed_quote 4",
                "cat OR                      | dangling_or 4",
                "OR                          | dangling_or 0",
                "OR OR a                     | dangling_or 0",
                "cat OR -dog                 | or_with_not 7",
                "(cat OR dog) bird           | no_groups 0",
                "near:berlin                 | unknown_operator 0",
                "\uD83D\uDEB2 from:nobody    | unknown_user 2",
                "!!                          | nothing_to_search 0",
                "((                          | nothing_to_search 0",
                "*                           | nothing_to_search 0",
                "\\                          | nothing_to_search 0",
                "red cat                     | ``",
                "from:bob until:2026-01-01   | ``",
                ":x:                         | ``",
                "12:30                       | ``",
                "(#ok)                       | ``",
            })
    void whatIsNotUnderstoodIsTold(String query, String warnings) {
        assertThat(parse(query).warnings().stream()
                        .map(warning -> warning.code() + " " + warning.position())
                        .toList())
                .isEqualTo(warnings.isEmpty() ? List.of() : List.of(warnings.split(", ")));
        assertThat(parse(query).warnings())
                .allSatisfy(warning -> assertThat(warning.text()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from:\"alice\"", "from:@alice", "FROM:Alice", "from:\u201Calice\u201D", "(from:alice)"})
    void aUserIsNamedInSeveralWays(String query) {
        assertThat(conditions(query)).containsExactly(Has.attribute("from:101"));
    }

    @Test
    void aVisitorFollowsNobody() {
        ParsedQuery parsed = QueryParser.parse("filter:follows from:me cat", Visitor.INSTANCE);
        assertThat(parsed.warnings()).extracting(Warning::code).containsExactly("login_required", "unknown_user");
    }

    @Test
    void tooManyClausesAreCountedAndNothingElse() {
        assertThat(parse("a ".repeat(32)).query()).isNotNull();
        assertThat(parse("a ".repeat(33)).query()).isNull();
        assertThat(parse("a ".repeat(33)).clauses()).isEqualTo(33);
        assertThat(parse("OR ".repeat(100)).clauses()).isGreaterThan(QueryParser.MOST_CLAUSES);
        assertThat(parse("\"".repeat(500)).clauses()).isGreaterThan(QueryParser.MOST_CLAUSES);
    }

    private static ParsedQuery parse(String query) {
        return QueryParser.parse(query, TweetTable.ALICE);
    }

    private static TweetQuery query(String query) {
        return Objects.requireNonNull(parse(query).query());
    }

    private static List<Condition> conditions(String query) {
        return ((All) query(query).condition()).conditions();
    }

    private static Words words(String text) {
        return new Words(TextAnalysis.words(text), false);
    }
}
