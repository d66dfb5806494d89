package social.roost.search.opensearch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.opensearch.OpenSearchStage;
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

    @AfterEach
    void close() {
        stage.close();
    }
}
