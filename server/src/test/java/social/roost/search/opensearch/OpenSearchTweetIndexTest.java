package social.roost.search.opensearch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import social.roost.driver.opensearch.OpenSearchStage;
import social.roost.search.TweetIndex;
import social.roost.search.TweetIndexContract;

@Tag("stack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSearchTweetIndexTest extends TweetIndexContract {
    private final OpenSearchStage stage = new OpenSearchStage();
    private final OpenSearchTweetIndexes indexes = new OpenSearchTweetIndexes(stage.cluster(), stage.settings());

    @Override
    protected TweetIndex index() {
        return indexes.index(indexes.create());
    }

    /** OpenSearch is another process. */
    @Override
    protected TweetIndex crashed(TweetIndex index) {
        return index;
    }

    @Override
    protected void settle() {
        stage.refresh();
    }

    @AfterAll
    void close() {
        stage.close();
    }
}
