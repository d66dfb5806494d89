package social.roost.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.base.UnavailableException;
import social.roost.driver.opensearch.OpenSearchStage;
import social.roost.search.IndexedTweet;
import social.roost.search.Popularity;
import social.roost.search.TweetIndex;
import social.roost.search.TweetIndexes;
import social.roost.search.TweetIndexesContract;

@Tag("stack")
class OpenSearchTweetIndexesTest extends TweetIndexesContract {
    private final OpenSearchStage stage = new OpenSearchStage();
    private final OpenSearchTweetIndexes indexes = new OpenSearchTweetIndexes(stage.cluster(), stage.settings());

    @Override
    protected TweetIndexes indexes() {
        return indexes;
    }

    @Override
    protected TweetIndexes crashed() {
        return new OpenSearchTweetIndexes(stage.cluster(), stage.settings());
    }

    @Override
    protected void settle() {
        stage.refresh();
    }

    /** As OpenSearch does when its disk is almost full. */
    @Test
    void aBlockedIndexIsAnOutageUntilItIsReleased() {
        TweetIndex index = indexes.index(indexes.serving());
        block(true);
        assertThatThrownBy(() -> put(index)).isInstanceOf(UnavailableException.class);
        assertThat(indexes.isFailing()).isTrue();
        block(false);
        put(index);
        assertThat(indexes.isFailing()).isFalse();
        settle();
        assertThat(index.count()).isOne();
    }

    private void block(boolean blocked) {
        var _ = stage.cluster()
                .send(
                        "PUT",
                        "/" + indexes.serving() + "/_settings",
                        Collections.singletonMap("index.blocks.read_only_allow_delete", blocked ? true : null));
    }

    private static void put(TweetIndex index) {
        index.put(List.of(new IndexedTweet(7, List.of(), Set.of(), Popularity.NONE)));
    }

    @Test
    void lostIndexesAreReplacedUnderAnotherName() {
        String lost = indexes.serving();
        var _ = stage.cluster().delete("/" + lost);
        assertThatThrownBy(() -> put(indexes.index(lost))).isInstanceOf(UnavailableException.class);
        String next = crashed().serving();
        assertThat(next).isNotEqualTo(lost);
        assertThat(indexes.names()).containsExactly(next);
    }

    /** A tweet that OpenSearch does not take must not stop all others. */
    @Test
    void anInvalidTweetIsNoOutage() {
        TweetIndex index = indexes.index(indexes.serving());
        IndexedTweet invalid = new IndexedTweet(7, List.of(), Set.of("x".repeat(40_000)), Popularity.NONE);
        assertThatThrownBy(() -> index.put(List.of(invalid))).isInstanceOf(IllegalStateException.class);
        put(index);
    }

    @AfterEach
    void close() {
        stage.close();
    }
}
