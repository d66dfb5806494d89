package social.roost.draft;

import java.util.List;
import social.roost.base.StoredJson;
import social.roost.tweet.PostTweet.Draft;

/** The stored form of what an author wants to post. */
public final class DraftCodec {
    private DraftCodec() {}

    /** Encodes the tweets of a thread, or a single one. */
    public static String encode(List<Draft> thread) {
        return StoredJson.write(thread);
    }

    public static List<Draft> decode(String stored) {
        return List.of(StoredJson.read(stored, Draft[].class));
    }
}
