package social.roost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import social.roost.base.Snowflake;
import social.roost.search.query.Condition;
import social.roost.search.query.ParsedQuery;
import social.roost.search.query.QueryParser;
import social.roost.search.query.TweetQuery;
import social.roost.search.text.TextAnalysis;
import social.roost.tweet.Counts;
import social.roost.tweet.text.Entities;

/** The promises of {@link TweetIndex}; and what it finds, by the {@link TweetTable}. */
public abstract class TweetIndexContract {
    private static final long FIRST_ID = Snowflake.lowestAt(TweetTable.NOW);

    /** An empty index. */
    protected abstract TweetIndex index();

    /** The same index after a crash. */
    protected abstract TweetIndex crashed(TweetIndex index) throws Exception;

    /** Waits until what was put is found. */
    protected abstract void settle() throws Exception;

    @TestFactory
    Stream<DynamicContainer> findsWhatTheTableSays() {
        return TweetTable.sections().stream().map(section -> {
            TweetIndex index = index();
            List<DynamicTest> rows = new ArrayList<>();
            rows.add(DynamicTest.dynamicTest("put", () -> {
                index.put(section.documents());
                settle();
            }));
            for (TweetTable.Row row : section.rows) {
                rows.add(DynamicTest.dynamicTest(
                        row.query(),
                        () -> assertThat(found(index, section, row)).isEqualTo(row.expected())));
            }
            return DynamicContainer.dynamicContainer(section.name, rows);
        });
    }

    @Test
    void theTableIsLongAndOfManyScripts() {
        assertThat(TweetTable.sections().stream()
                        .mapToInt(section -> section.rows.size())
                        .sum())
                .isGreaterThan(400);
    }

    private static List<Integer> found(TweetIndex index, TweetTable.Section section, TweetTable.Row row) {
        ParsedQuery parsed = QueryParser.parse(row.query(), TweetTable.ALICE);
        TweetQuery query = parsed.query();
        return query == null
                ? List.of()
                : index.search(query, row.order(), 100).stream()
                        .map(hit -> section.number(hit.id()))
                        .toList();
    }

    @Test
    void pagesFollowEachOtherInBothOrders() throws Exception {
        TweetIndex index = index();
        for (int i = 0; i < 60; i++) {
            put(index, FIRST_ID + i, "page", i % 7);
        }
        settle();
        assertThat(inPages(index, SearchOrder.Latest.FIRST, 7))
                .isEqualTo(inPages(index, SearchOrder.Latest.FIRST, 100))
                .isEqualTo(LongStream.range(0, 60)
                        .map(i -> FIRST_ID + 59 - i)
                        .boxed()
                        .toList());
        SearchOrder relevant = SearchOrder.Relevant.first(TweetTable.NOW);
        assertThat(inPages(index, relevant, 7))
                .isEqualTo(inPages(index, relevant, 100))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    private static List<Long> inPages(TweetIndex index, SearchOrder first, int limit) {
        List<Long> ids = new ArrayList<>();
        SearchOrder order = first;
        List<Hit> hits;
        do {
            hits = index.search(query("page"), order, limit);
            for (Hit hit : hits) {
                ids.add(hit.id());
                order = order.after(hit);
            }
        } while (hits.size() == limit);
        return ids;
    }

    @Test
    void aTweetIsReplacedAndRemoved() throws Exception {
        TweetIndex index = index();
        put(index, FIRST_ID, "before", 0);
        put(index, FIRST_ID, "after", 0);
        put(index, FIRST_ID, "after", 0);
        put(index, FIRST_ID + 1, "after", 0);
        settle();
        assertThat(ids(index, "before")).isEmpty();
        assertThat(ids(index, "after")).containsExactly(FIRST_ID + 1, FIRST_ID);
        assertThat(index.count()).isEqualTo(2);
        index.remove(new long[] {FIRST_ID, 7});
        settle();
        assertThat(ids(index, "after")).containsExactly(FIRST_ID + 1);
        index.remove(new long[] {FIRST_ID});
        put(index, FIRST_ID, "again", 0);
        settle();
        assertThat(ids(index, "again")).containsExactly(FIRST_ID);
    }

    @Test
    void whatIsDurableSurvivesACrash() throws Exception {
        TweetIndex index = index();
        put(index, FIRST_ID, "kept", 0);
        put(index, FIRST_ID + 1, "kept", 0);
        index.remove(new long[] {FIRST_ID + 1});
        index.makeDurable();
        TweetIndex again = crashed(index);
        settle();
        assertThat(ids(again, "kept")).containsExactly(FIRST_ID);
        put(again, FIRST_ID + 2, "kept", 0);
        settle();
        assertThat(ids(again, "kept")).containsExactly(FIRST_ID + 2, FIRST_ID);
    }

    @Test
    void anEmptyIndexFindsNothing() {
        TweetIndex index = index();
        assertThat(ids(index, "anything")).isEmpty();
        assertThat(index.count()).isZero();
        assertThat(index.losses()).isZero();
        assertThat(index.isDamaged()).isFalse();
        index.remove(new long[] {1});
        index.makeDurable();
    }

    @Test
    void aLongTextOfOneWordIsPutAndFound() throws Exception {
        TweetIndex index = index();
        put(index, FIRST_ID, "\u6F22".repeat(280), 0);
        put(index, FIRST_ID + 1, "a".repeat(4_000), 0);
        put(index, FIRST_ID + 2, "", 0);
        settle();
        assertThat(ids(index, "\u6F22".repeat(140))).containsExactly(FIRST_ID);
        assertThat(ids(index, "\u6F22".repeat(281))).isEmpty();
        assertThat(index.count()).isEqualTo(3);
    }

    /** As many words as fit into a query, and as many terms for each as there are. */
    @Test
    void theLongestQueriesAreAnswered() throws Exception {
        TweetIndex index = index();
        String letters = "a ".repeat(250).strip();
        String accented = "\u00e9s ".repeat(166).strip();
        put(index, FIRST_ID, letters, 0);
        put(index, FIRST_ID + 1, accented, 0);
        settle();
        assertThat(relevant(index, "\"" + letters + "\"")).containsExactly(FIRST_ID);
        assertThat(relevant(index, "\"" + accented + "\"")).containsExactly(FIRST_ID + 1);
        assertThat(relevant(index, "a".repeat(500))).isEmpty();
        assertThat(relevant(index, "\u00e9s ".repeat(32))).containsExactly(FIRST_ID + 1);
        assertThat(relevant(index, "#" + "a OR #".repeat(80) + "b")).isEmpty();
    }

    private static List<Long> relevant(TweetIndex index, String text) {
        TweetQuery query = QueryParser.parse(text, TweetTable.ALICE).query();
        return query == null
                ? List.of()
                : index.search(query, SearchOrder.Relevant.first(TweetTable.NOW), 10).stream()
                        .map(Hit::id)
                        .toList();
    }

    private static void put(TweetIndex index, long id, String text, long likes) {
        index.put(List.of(new IndexedTweet(
                id, TextAnalysis.document(text, Entities.NONE), Set.of(), Popularity.of(new Counts(likes, 0, 0, 0)))));
    }

    private static List<Long> ids(TweetIndex index, String words) {
        return index.search(query(words), SearchOrder.Latest.FIRST, 100).stream()
                .map(Hit::id)
                .toList();
    }

    private static TweetQuery query(String words) {
        return new TweetQuery(new Condition.Words(TextAnalysis.words(words), false), null);
    }
}
