package social.roost.ranking.memory;

import social.roost.ranking.SeenTweets;
import social.roost.ranking.SeenTweetsContract;

class MemorySeenTweetsTest extends SeenTweetsContract {
    private final SeenTweets store = new MemorySeenTweets(1 << 20);

    @Override
    protected SeenTweets store() {
        return store;
    }
}
