package social.roost.tweet;

import org.jspecify.annotations.Nullable;
import social.roost.base.StoredJson;

/** The stored form of a tweet's poll: null for none. */
public final class PollCodec {
    private PollCodec() {}

    public static @Nullable String encode(@Nullable Poll poll) {
        return poll == null ? null : StoredJson.write(poll);
    }

    public static @Nullable Poll decode(@Nullable String stored) {
        return stored == null ? null : StoredJson.read(stored, Poll.class);
    }
}
