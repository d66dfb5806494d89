package social.roost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import social.roost.base.UnavailableException;
import social.roost.search.query.Condition;
import social.roost.search.query.TweetQuery;
import social.roost.search.text.TextAnalysis;
import social.roost.tweet.text.Entities;

/** The promises of {@link TweetIndexes}. */
public abstract class TweetIndexesContract {
    protected abstract TweetIndexes indexes();

    /** The same after a crash. */
    protected abstract TweetIndexes crashed() throws Exception;

    /** Waits until what was put is found. */
    protected void settle() {}

    @Test
    void theFirstIndexIsCreatedWhenItIsNeeded() throws Exception {
        String first = indexes().serving();
        assertThat(indexes().names()).containsExactly(first);
        assertThat(indexes().serving()).isEqualTo(first);
        assertThat(crashed().serving()).isEqualTo(first);
    }

    @Test
    void anIndexTakesThePlaceOfTheServingOne() throws Exception {
        String first = indexes().serving();
        put(indexes().index(first), 1);
        String second = indexes().create();
        assertThat(second).isNotEqualTo(first);
        assertThat(indexes().names()).containsExactlyInAnyOrder(first, second);
        assertThat(indexes().serving()).isEqualTo(first);
        put(indexes().index(second), 2);
        assertThat(found(indexes(), first)).containsExactly(1L);

        indexes().index(second).makeDurable();
        indexes().serve(second);
        assertThat(indexes().serving()).isEqualTo(second);
        assertThat(indexes().names()).containsExactly(second);
        assertThat(found(indexes(), second)).containsExactly(2L);
        assertThatThrownBy(() -> found(indexes(), first)).isInstanceOf(UnavailableException.class);
        assertThat(indexes().create()).isNotIn(first, second);

        TweetIndexes again = crashed();
        assertThat(again.serving()).isEqualTo(second);
        assertThat(found(again, second)).containsExactly(2L);
    }

    @Test
    void whatWasCreatedIsThereAfterACrash() throws Exception {
        String first = indexes().serving();
        String second = indexes().create();
        TweetIndexes again = crashed();
        assertThat(again.names()).containsExactlyInAnyOrder(first, second);
        assertThat(again.serving()).isEqualTo(first);
        put(again.index(second), 7);
        assertThat(found(again, second)).containsExactly(7L);
    }

    private void put(TweetIndex index, long id) {
        index.put(
                List.of(new IndexedTweet(id, TextAnalysis.document("word", Entities.NONE), Set.of(), Popularity.NONE)));
        settle();
    }

    private static List<Long> found(TweetIndexes indexes, String name) {
        Condition word = new Condition.Words(TextAnalysis.words("word"), false);
        return indexes.index(name).search(new TweetQuery(word, null), SearchOrder.Latest.FIRST, 10).stream()
                .map(Hit::id)
                .toList();
    }
}
